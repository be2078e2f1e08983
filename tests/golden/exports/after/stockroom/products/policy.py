"""Who may do what with products."""

from keel.access import Policy, anyone, at_least

from stockroom.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.MANAGER))
