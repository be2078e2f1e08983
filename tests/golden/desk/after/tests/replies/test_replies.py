"""Replies do what their policy and their schemas say."""

from keel.testing import ResourceTests

from desk.replies.repository import ReplyRepository
from desk.replies.routes import router


class TestReplies(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ReplyRepository
