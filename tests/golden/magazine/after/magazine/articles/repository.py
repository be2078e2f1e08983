"""Articles in the database."""

from keel.data import Repository

from magazine.articles.models import Article
from magazine.articles.policy import POLICY


class ArticleRepository(Repository[Article]):
    """Articles that the caller may reach."""

    policy = POLICY
