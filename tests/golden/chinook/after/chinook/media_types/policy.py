"""Who may do what with media types."""

from keel.access import Policy, anyone, at_least

from chinook.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.MANAGER))
