"""Issues in the database."""

from keel.data import Repository

from workboard.issues.models import Issue
from workboard.issues.policy import POLICY


class IssueRepository(Repository[Issue]):
    """Issues that the caller may reach."""

    policy = POLICY
