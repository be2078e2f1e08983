"""Who may do what with replies."""

from keel.access import Policy, at_least, owner, signed_in

from desk.roles import Role

POLICY = Policy(read=signed_in, create=signed_in, update=owner, delete=owner | at_least(Role.ADMIN))
