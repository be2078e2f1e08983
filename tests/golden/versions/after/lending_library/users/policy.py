"""Who may manage users; each person reaches their own account at `/users/me`."""

from keel.access import Policy

POLICY = Policy()
