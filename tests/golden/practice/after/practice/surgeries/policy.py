"""Who may do what with surgeries."""

from keel.access import Policy, anyone, at_least

from practice.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.MANAGER))
