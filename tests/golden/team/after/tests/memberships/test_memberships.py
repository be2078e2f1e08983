"""Memberships do what their policy and their schemas say."""

from keel.testing import ResourceTests

from team.memberships.repository import MembershipRepository
from team.memberships.routes import router


class TestMemberships(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = MembershipRepository
