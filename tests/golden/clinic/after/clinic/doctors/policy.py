"""Who may do what with doctors."""

from keel.access import Policy, anyone, at_least

from clinic.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.ADMIN))
