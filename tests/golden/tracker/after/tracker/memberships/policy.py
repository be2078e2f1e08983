"""Who may do what with memberships."""

from keel.access import Policy, members

from tracker.memberships.models import Membership, MembershipRole

member = members(Membership, of="project")
member_as_lead = members(Membership, of="project", least=MembershipRole.LEAD)

POLICY = Policy(read=member, write=member_as_lead)
