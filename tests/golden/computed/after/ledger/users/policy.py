"""Who may manage users; each person reaches their own account at `/users/me`."""

from keel.access import Policy, at_least, signed_in

from ledger.roles import Role

POLICY = Policy(read=signed_in, write=at_least(Role.LEAD))
