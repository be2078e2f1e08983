"""Who may do what with products."""

from keel.access import FieldRules, Policy, anyone, at_least

from shop.roles import Role

POLICY = Policy(
    read=anyone,
    write=at_least(Role.CLERK),
    delete=at_least(Role.ADMIN),
    fields={"cost": FieldRules(read=at_least(Role.CLERK), write=at_least(Role.CLERK))},
)
