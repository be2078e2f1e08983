"""Who may do what with authors."""

from keel.access import Policy, anyone, at_least

from library.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.LIBRARIAN))
