"""Who may do what with categories."""

from keel.access import Policy, anyone, at_least

from workboard.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.ADMIN))
