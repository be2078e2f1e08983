"""Memberships in the database."""

from keel.data import Repository

from team.memberships.models import Membership
from team.memberships.policy import POLICY


class MembershipRepository(Repository[Membership]):
    """Memberships that the caller may reach."""

    policy = POLICY
