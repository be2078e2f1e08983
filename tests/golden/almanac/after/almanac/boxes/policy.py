"""Who may do what with boxes."""

from keel.access import Policy, anyone, at_least

from almanac.roles import Role

POLICY = Policy(read=anyone, write=at_least(Role.ADMIN))
