"""Books in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from lending_library.books.models import Book, BookShelf
from lending_library.books.policy import POLICY
from lending_library.loans.repository import LoanRepository


class BookRepository(Repository[Book]):
    """Books that the caller may reach."""

    policy = POLICY
    links = (BookShelf,)

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each book, of rows that the caller may list."""
        loans = self.referring(LoanRepository, by="book_id")
        return {
            "lent_count": loans.count(),
        }
