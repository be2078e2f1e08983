"""Replies in the database."""

from keel.data import Repository

from desk.replies.models import Reply
from desk.replies.policy import POLICY


class ReplyRepository(Repository[Reply]):
    """Replies that the caller may reach."""

    policy = POLICY
