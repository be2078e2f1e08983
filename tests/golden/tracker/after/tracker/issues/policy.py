"""Who may do what with issues."""

from keel.access import Policy, members

from tracker.memberships.models import Membership, MembershipRole

member = members(Membership, of="project")
member_as_developer = members(Membership, of="project", least=MembershipRole.DEVELOPER)
member_as_lead = members(Membership, of="project", least=MembershipRole.LEAD)

POLICY = Policy(
    read=member,
    write=member_as_developer,
    delete=member_as_lead,
    restore=member_as_lead,
    actions={"start": member_as_developer, "close": member_as_developer, "reopen": member_as_lead},
)
