"""Comments do what their policy and their schemas say."""

from keel.testing import ResourceTests

from tracker.comments.repository import CommentRepository
from tracker.comments.routes import router


class TestComments(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = CommentRepository
