"""Who may do what with projects."""

from keel.access import Policy, at_least, members, owner, signed_in

from tracker.memberships.models import Membership, MembershipRole
from tracker.roles import Role

member = members(Membership)
member_as_lead = members(Membership, least=MembershipRole.LEAD)

POLICY = Policy(
    read=owner | member | at_least(Role.ADMIN),
    create=signed_in,
    update=member_as_lead,
    delete=owner | at_least(Role.ADMIN),
)
