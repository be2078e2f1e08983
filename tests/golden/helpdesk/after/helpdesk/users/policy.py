"""Who may manage users; each person reaches their own account at `/users/me`."""

from keel.access import Policy, at_least

from helpdesk.roles import Role

POLICY = Policy(read=at_least(Role.LEAD), create=at_least(Role.LEAD), update=at_least(Role.LEAD))
