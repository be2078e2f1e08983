"""Who may do what with collections."""

from keel.access import Policy, anyone, at_least

from archive.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.ARCHIVIST))
