"""Who may do what with movements."""

from keel.access import Policy, at_least, owner, signed_in

from stockroom.roles import Role

POLICY = Policy(read=owner | at_least(Role.MANAGER), create=signed_in)
