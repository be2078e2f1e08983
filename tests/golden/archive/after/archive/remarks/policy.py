"""Who may do what with remarks."""

from keel.access import Policy, at_least, signed_in

from archive.roles import Role

POLICY = Policy(read=signed_in, create=signed_in, delete=at_least(Role.KEEPER))
