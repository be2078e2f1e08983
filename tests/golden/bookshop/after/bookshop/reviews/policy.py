"""Who may do what with reviews."""

from keel.access import Policy, anyone, at_least, owner, signed_in

from bookshop.roles import Role

POLICY = Policy(read=anyone, create=signed_in, update=owner, delete=owner | at_least(Role.ADMIN))
