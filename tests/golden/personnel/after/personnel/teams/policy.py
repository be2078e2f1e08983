"""Who may do what with teams."""

from keel.access import FieldRules, Policy, at_least, members, owner, signed_in

from personnel.roles import Role
from personnel.seats.models import Seat, SeatRole

member_as_lead = members(Seat, least=SeatRole.LEAD)

POLICY = Policy(
    read=signed_in,
    create=at_least(Role.MANAGER),
    update=owner | member_as_lead,
    fields={
        "budget": FieldRules(
            read=owner | member_as_lead | at_least(Role.ADMIN), write=owner | at_least(Role.ADMIN)
        )
    },
)
