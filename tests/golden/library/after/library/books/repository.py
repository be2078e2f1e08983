"""Books in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from library.books.models import Book, BookReader, BookRelated, BookTag
from library.books.policy import POLICY


class BookRepository(Repository[Book]):
    """Books that the caller may reach."""

    policy = POLICY
    links = (BookTag, BookRelated, BookReader)

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each book, of rows that the caller may list."""
        # Here and not above, where modules would import each other.
        from library.tags.repository import TagRepository

        tags = self.linked(TagRepository, by=BookTag)
        books = self.linking(BookRepository, by=BookRelated)
        return {
            "tag_count": tags.count(),
            "mentions": books.count(),
        }
