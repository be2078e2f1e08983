"""Who may do what with items."""

from keel.access import Policy, at_least, owner, signed_in

from items.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.ADMIN),
    create=signed_in,
    update=owner | at_least(Role.ADMIN),
    delete=owner | at_least(Role.ADMIN),
)
