"""Who may do what with teams."""

from keel.access import Policy, at_least, signed_in

from repair_workshop.roles import Role

POLICY = Policy(read=signed_in, write=at_least(Role.CHIEF))
