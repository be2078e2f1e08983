"""Who may do what with loans."""

from keel.access import Policy, at_least, signed_in

from library.roles import Role

POLICY = Policy(read=signed_in, write=at_least(Role.LIBRARIAN))
