"""Books in the database."""

from keel.data import Repository

from library.books.models import Book, BookReader, BookRelated, BookTag
from library.books.policy import POLICY


class BookRepository(Repository[Book]):
    """Books that the caller may reach."""

    policy = POLICY
    links = (BookTag, BookRelated, BookReader)
