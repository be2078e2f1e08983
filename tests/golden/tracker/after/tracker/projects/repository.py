"""Projects in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from tracker.issues.models import IssueStatus
from tracker.issues.repository import IssueRepository
from tracker.memberships.models import Membership
from tracker.projects.models import Project
from tracker.projects.policy import POLICY


class ProjectRepository(Repository[Project]):
    """Projects that the caller may reach."""

    policy = POLICY
    members = Membership

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each project, of rows that the caller may list."""
        issues = self.referring(IssueRepository, by="project_id")
        return {
            "issue_count": issues.count(),
            "open_count": issues.count(status__ne=IssueStatus.CLOSED),
        }
