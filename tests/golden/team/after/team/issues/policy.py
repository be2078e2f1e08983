"""Who may do what with issues."""

from keel.access import Policy, at_least, members, owner

from team.memberships.models import Membership, MembershipRole
from team.roles import Role

member = members(Membership, of="project")
member_as_developer = members(Membership, of="project", least=MembershipRole.DEVELOPER)
member_as_lead = members(Membership, of="project", least=MembershipRole.LEAD)

POLICY = Policy(
    read=member | at_least(Role.ADMIN),
    create=member_as_developer,
    update=owner | member_as_lead,
    delete=member_as_lead | at_least(Role.ADMIN),
    actions={"close": member_as_developer, "reopen": owner | member_as_lead},
)
