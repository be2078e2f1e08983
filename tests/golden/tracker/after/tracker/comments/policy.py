"""Who may do what with comments."""

from keel.access import Policy, members, owner

from tracker.memberships.models import Membership, MembershipRole

member = members(Membership, of="issue.project")
member_as_lead = members(Membership, of="issue.project", least=MembershipRole.LEAD)

POLICY = Policy(
    read=member,
    create=member,
    update=owner,
    delete=owner | member_as_lead,
    restore=owner | member_as_lead,
)
