"""Who may manage users; each person reaches their own account at `/users/me`."""

from keel.access import FieldRules, Policy, at_least, owner, signed_in

from personnel.roles import Role

POLICY = Policy(
    read=signed_in,
    list=at_least(Role.ADMIN),
    create=at_least(Role.ADMIN),
    update=at_least(Role.ADMIN),
    fields={"phone": FieldRules(read=owner), "badge": FieldRules(write=at_least(Role.ADMIN))},
)
