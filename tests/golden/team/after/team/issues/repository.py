"""Issues in the database."""

from keel.data import Repository

from team.issues.models import Issue
from team.issues.policy import POLICY


class IssueRepository(Repository[Issue]):
    """Issues that the caller may reach."""

    policy = POLICY
