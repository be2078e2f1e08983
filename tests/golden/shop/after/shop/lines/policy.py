"""Who may do what with lines."""

from keel.access import Policy, at_least, owner

from shop.roles import Role

POLICY = Policy(read=owner | at_least(Role.CLERK), write=owner)
