"""Who may do what with patients."""

from keel.access import FieldRules, Policy, at_least, owner, signed_in

from clinic.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.RECEPTIONIST),
    create=signed_in,
    update=owner | at_least(Role.RECEPTIONIST),
    delete=at_least(Role.ADMIN),
    restore=at_least(Role.ADMIN),
    purge=at_least(Role.ADMIN),
    fields={
        "phone": FieldRules(read=owner | at_least(Role.RECEPTIONIST)),
        "notes": FieldRules(read=at_least(Role.RECEPTIONIST), write=at_least(Role.RECEPTIONIST)),
    },
)
