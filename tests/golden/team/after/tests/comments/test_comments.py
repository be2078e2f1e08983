"""Comments do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from team.comments.repository import CommentRepository
from team.comments.routes import router


class TestComments(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = CommentRepository
    actions = (Action("pin", sets={"is_pinned": True}),)
