"""Who may do what with articles."""

from keel.access import Policy, at_least, owner, signed_in

from almanac.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.ADMIN),
    create=signed_in,
    update=owner,
    delete=owner,
    actions={"publish": owner},
)
