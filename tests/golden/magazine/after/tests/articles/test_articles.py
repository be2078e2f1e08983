"""Articles do what their policy and their schemas say."""

from keel.testing import CALLER, Action, ResourceTests

from magazine.articles.repository import ArticleRepository
from magazine.articles.routes import router
from magazine.users.models import User


class TestArticles(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ArticleRepository
    actions = (
        Action(
            "submit",
            moves={"status": "draft -> submitted"},
            sets={"remark": None},
            needs=("summary",),
        ),
        Action("send_back", moves={"status": "submitted -> draft"}),
        Action(
            "publish",
            moves={"status": "submitted | hidden -> published"},
            sets={"published_at": ..., "publisher_id": CALLER, "featured": True},
        ),
        Action("hide", moves={"status": "published -> hidden"}, sets={"featured": False}),
        Action("hand_over", refers={"to_id": User}),
    )
