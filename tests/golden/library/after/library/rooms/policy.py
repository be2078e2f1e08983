"""Who may do what with rooms."""

from keel.access import Policy, at_least

from library.roles import Role

POLICY = Policy(read=at_least(Role.LIBRARIAN))
