"""Comments in the database."""

from keel.data import Repository

from team.comments.models import Comment
from team.comments.policy import POLICY


class CommentRepository(Repository[Comment]):
    """Comments that the caller may reach."""

    policy = POLICY
