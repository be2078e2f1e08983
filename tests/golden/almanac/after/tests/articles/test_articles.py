"""Articles do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from almanac.articles.repository import ArticleRepository
from almanac.articles.routes import router


class TestArticles(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ArticleRepository
    actions = (Action("publish", moves={"status": "draft -> published"}),)
