"""Who may do what with patients."""

from keel.access import Policy, at_least, owner, signed_in

from clinic.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.RECEPTIONIST),
    create=signed_in,
    update=owner | at_least(Role.RECEPTIONIST),
    delete=at_least(Role.ADMIN),
)
