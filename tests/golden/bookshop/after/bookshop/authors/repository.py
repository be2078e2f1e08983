"""Authors in the database."""

from keel.data import Repository

from bookshop.authors.models import Author
from bookshop.authors.policy import POLICY


class AuthorRepository(Repository[Author]):
    """Authors that the caller may reach."""

    policy = POLICY
