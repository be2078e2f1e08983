"""Articles in the database."""

from keel.data import Repository

from almanac.articles.models import Article
from almanac.articles.policy import POLICY


class ArticleRepository(Repository[Article]):
    """Articles that the caller may reach."""

    policy = POLICY
