"""Who may do what with papers."""

from keel.access import Policy, at_least, owner, signed_in

from archive.roles import Role

POLICY = Policy(
    read=signed_in,
    create=signed_in,
    update=owner,
    delete=owner | at_least(Role.KEEPER),
    restore=owner | at_least(Role.KEEPER),
    purge=at_least(Role.KEEPER),
)
