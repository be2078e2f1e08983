"""Who may do what with api usages."""

from keel.access import Policy, at_least

from repair_workshop.roles import Role

POLICY = Policy(list=at_least(Role.CHIEF), create=at_least(Role.MECHANIC))
