"""Who may do what with artists."""

from keel.access import Policy, anyone, at_least

from chinook.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.AGENT))
