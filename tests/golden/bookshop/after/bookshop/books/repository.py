"""Books in the database."""

from keel.data import Repository

from bookshop.books.models import Book
from bookshop.books.policy import POLICY


class BookRepository(Repository[Book]):
    """Books that the caller may reach."""

    policy = POLICY
