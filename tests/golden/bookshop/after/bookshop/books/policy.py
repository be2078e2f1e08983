"""Who may do what with books."""

from keel.access import Policy, anyone, at_least

from bookshop.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.EDITOR), delete=at_least(Role.ADMIN))
