"""Who may do what with employees."""

from keel.access import Policy, at_least

from chinook.roles import Role

POLICY = Policy(read=at_least(Role.AGENT), write=at_least(Role.MANAGER))
