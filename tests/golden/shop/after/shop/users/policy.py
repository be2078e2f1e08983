"""Who may manage users; each person reaches their own account at `/users/me`."""

from keel.access import Policy, at_least

from shop.roles import Role

POLICY = Policy(read=at_least(Role.ADMIN), update=at_least(Role.ADMIN))
