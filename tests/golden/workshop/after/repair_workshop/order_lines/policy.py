"""Who may do what with order lines."""

from keel.access import Policy, at_least, owner, signed_in

from repair_workshop.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.MECHANIC),
    create=signed_in,
    update=owner,
    delete=at_least(Role.CHIEF),
)
