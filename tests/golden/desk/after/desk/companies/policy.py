"""Who may do what with companies."""

from keel.access import Policy, at_least, signed_in

from desk.roles import Role

POLICY = Policy(read=signed_in, update=at_least(Role.ADMIN))
