"""Who may do what with notes."""

from keel.access import Policy, at_least, owner, signed_in

from exemplar.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.ADMIN),
    create=signed_in,
    update=owner,
    delete=owner | at_least(Role.ADMIN),
    actions={"finish": owner},
)
