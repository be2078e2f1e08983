"""Who may do what with products."""

from keel.access import Policy, anyone, at_least

from shop.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.CLERK), delete=at_least(Role.ADMIN))
