"""Who may do what with stations."""

from keel.access import Policy, anyone, at_least, owner, signed_in

from weather.roles import Role

POLICY = Policy(read=anyone, create=signed_in, update=owner, delete=owner | at_least(Role.ADMIN))
