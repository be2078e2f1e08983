"""Comments in the database."""

from keel.data import Repository

from exemplar.comments.models import Comment, CommentHistory
from exemplar.comments.policy import POLICY


class CommentRepository(Repository[Comment]):
    """Comments that the caller may reach."""

    policy = POLICY
    tree = "parent_id"
    history = CommentHistory
