"""Who may do what with labels."""

from keel.access import Policy, members

from tracker.memberships.models import Membership, MembershipRole

member = members(Membership, of="project")
member_as_developer = members(Membership, of="project", least=MembershipRole.DEVELOPER)

POLICY = Policy(read=member, write=member_as_developer)
