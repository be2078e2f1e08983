"""Who may do what with reviews."""

from keel.access import Policy, at_least, owner, signed_in

from library.roles import Role

POLICY = Policy(read=owner | at_least(Role.LIBRARIAN), create=signed_in, update=owner, delete=owner)
