"""Who may manage users; each person reaches their own account at `/users/me`."""

from keel.access import Policy, at_least

from practice.roles import Role

POLICY = Policy(read=at_least(Role.NURSE), write=at_least(Role.MANAGER))
