"""Who may do what with publishers."""

from keel.access import Policy, anyone, at_least

from bookshop.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.EDITOR))
