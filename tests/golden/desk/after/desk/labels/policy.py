"""Who may do what with labels."""

from keel.access import Policy, at_least, signed_in

from desk.roles import Role

POLICY = Policy(read=signed_in, write=at_least(Role.EDITOR))
