"""Who may do what with folders."""

from keel.access import Policy, anyone, at_least

from archive.roles import Role

POLICY = Policy(
    read=anyone,
    write=at_least(Role.KEEPER),
    restore=at_least(Role.KEEPER),
    purge=at_least(Role.KEEPER),
)
