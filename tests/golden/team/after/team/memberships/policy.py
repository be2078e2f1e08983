"""Who may do what with memberships."""

from keel.access import Policy, members, owners

from team.memberships.models import Membership, MembershipRole
from team.projects.models import Project

owner_of_project = owners(Project, of="project")
member = members(Membership, of="project")
member_as_lead = members(Membership, of="project", least=MembershipRole.LEAD)

POLICY = Policy(read=owner_of_project | member, write=owner_of_project | member_as_lead)
