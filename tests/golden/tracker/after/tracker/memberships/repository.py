"""Memberships in the database."""

from keel.data import Repository

from tracker.memberships.models import Membership
from tracker.memberships.policy import POLICY


class MembershipRepository(Repository[Membership]):
    """Memberships that the caller may reach."""

    policy = POLICY
