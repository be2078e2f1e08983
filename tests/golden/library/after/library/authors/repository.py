"""Authors in the database."""

from keel.data import Repository

from library.authors.models import Author
from library.authors.policy import POLICY


class AuthorRepository(Repository[Author]):
    """Authors that the caller may reach."""

    policy = POLICY
