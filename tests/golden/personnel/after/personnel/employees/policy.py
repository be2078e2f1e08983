"""Who may do what with employees."""

from keel.access import FieldRules, Policy, at_least, may, members, owner, signed_in

from personnel.roles import Role
from personnel.seats.models import Seat, SeatRole
from personnel.users.models import UserPermission

member_as_lead = members(Seat, of="team", least=SeatRole.LEAD)

POLICY = Policy(
    read=signed_in,
    create=signed_in,
    update=owner | member_as_lead | at_least(Role.MANAGER),
    delete=at_least(Role.ADMIN),
    actions={"assess": member_as_lead},
    fields={
        "tax_number": FieldRules(read=owner),
        "salary": FieldRules(
            read=owner | may(UserPermission.SEE_PAY) | at_least(Role.ADMIN),
            write=at_least(Role.ADMIN),
        ),
        "bonus": FieldRules(read=owner | member_as_lead | at_least(Role.MANAGER)),
        "bonus_currency": FieldRules(read=owner | member_as_lead | at_least(Role.MANAGER)),
        "rank": FieldRules(write=at_least(Role.MANAGER)),
        "score": FieldRules(read=owner | member_as_lead, write=member_as_lead),
    },
)
