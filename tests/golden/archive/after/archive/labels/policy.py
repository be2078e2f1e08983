"""Who may do what with labels."""

from keel.access import Policy, anyone, at_least

from archive.roles import Role

POLICY = Policy(
    read=anyone,
    create=at_least(Role.KEEPER),
    delete=at_least(Role.KEEPER),
    purge=at_least(Role.KEEPER),
)
