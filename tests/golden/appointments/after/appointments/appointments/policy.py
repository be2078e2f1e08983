"""Who may do what with appointments."""

from keel.access import Policy, at_least, owner, signed_in

from appointments.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.STAFF),
    create=signed_in,
    update=owner,
    actions={"cancel": owner | at_least(Role.STAFF), "rebook": owner | at_least(Role.STAFF)},
)
