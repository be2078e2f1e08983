"""Books in the database."""

from keel.data import Repository

from lending_library.books.models import Book
from lending_library.books.policy import POLICY


class BookRepository(Repository[Book]):
    """Books that the caller may reach."""

    policy = POLICY
