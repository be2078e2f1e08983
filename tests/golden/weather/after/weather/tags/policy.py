"""Who may do what with tags."""

from keel.access import Policy, anyone, at_least

from weather.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.ADMIN))
