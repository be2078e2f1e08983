"""Tags in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from library.books.models import BookTag
from library.tags.models import Tag
from library.tags.policy import POLICY


class TagRepository(Repository[Tag]):
    """Tags that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each tag, of rows that the caller may list."""
        # Here and not above, where modules would import each other.
        from library.books.repository import BookRepository

        books = self.linking(BookRepository, by=BookTag)
        return {
            "book_count": books.count(),
        }
