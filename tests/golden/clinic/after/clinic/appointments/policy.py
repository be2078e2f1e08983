"""Who may do what with appointments."""

from keel.access import Policy, at_least, owner, signed_in

from clinic.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.RECEPTIONIST),
    create=signed_in,
    update=at_least(Role.RECEPTIONIST),
    delete=at_least(Role.ADMIN),
    history=at_least(Role.RECEPTIONIST),
    restore=at_least(Role.ADMIN),
    actions={
        "confirm": at_least(Role.RECEPTIONIST),
        "complete": at_least(Role.RECEPTIONIST),
        "cancel": owner | at_least(Role.RECEPTIONIST),
    },
)
APPOINTMENT_FEE = owner | at_least(Role.RECEPTIONIST)
