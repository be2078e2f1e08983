"""Labels in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from tracker.issues.models import IssueLabel, IssueStatus
from tracker.issues.repository import IssueRepository
from tracker.labels.models import Label
from tracker.labels.policy import POLICY


class LabelRepository(Repository[Label]):
    """Labels that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each label, of rows that the caller may list."""
        issues = self.linking(IssueRepository, by=IssueLabel)
        return {
            "open_count": issues.count(status__ne=IssueStatus.CLOSED),
        }
