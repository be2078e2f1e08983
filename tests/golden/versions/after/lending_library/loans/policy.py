"""Who may do what with loans."""

from keel.access import Policy, at_least, owner, signed_in

from lending_library.roles import Role

POLICY = Policy(read=owner | at_least(Role.LIBRARIAN), create=signed_in, delete=owner)
