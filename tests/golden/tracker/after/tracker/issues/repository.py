"""Issues in the database."""

from functools import cached_property

from keel.data import Computed, Repository, today

from tracker.comments.repository import CommentRepository
from tracker.issues.models import Issue, IssueHistory, IssueLabel
from tracker.issues.policy import POLICY


class IssueRepository(Repository[Issue]):
    """Issues that the caller may reach."""

    policy = POLICY
    links = (IssueLabel,)
    history = IssueHistory

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each issue, of rows that the caller may list."""
        own = self.own
        comments = self.referring(CommentRepository, by="issue_id")
        return {
            "is_late": own.due < today(),
            "comment_count": comments.count(),
        }
