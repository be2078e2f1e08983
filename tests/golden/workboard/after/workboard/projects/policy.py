"""Who may do what with projects."""

from keel.access import Policy, at_least, owner, signed_in

from workboard.roles import Role

POLICY = Policy(read=owner | at_least(Role.ADMIN), create=signed_in, update=owner, delete=owner)
