"""Comments in the database."""

from keel.data import Repository

from tracker.comments.models import Comment
from tracker.comments.policy import POLICY


class CommentRepository(Repository[Comment]):
    """Comments that the caller may reach."""

    policy = POLICY
