"""Who may do what with shelves."""

from keel.access import Policy, anyone, at_least

from lending_library.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.LIBRARIAN))
