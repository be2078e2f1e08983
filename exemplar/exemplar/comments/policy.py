"""Who may do what with comments."""

from keel.access import Policy, at_least, owner, signed_in

from exemplar.roles import Role

POLICY = Policy(
    read=signed_in,
    create=signed_in,
    update=owner,
    delete=owner | at_least(Role.ADMIN),
    history=owner | at_least(Role.ADMIN),
    restore=owner | at_least(Role.ADMIN),
    purge=at_least(Role.ADMIN),
)
