"""Who may do what with shifts."""

from keel.access import Policy, anyone, at_least

from appointments.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.STAFF))
