"""Users in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from library.books.models import BookReader
from library.books.repository import BookRepository
from library.users.models import User
from library.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each user, of rows that the caller may list."""
        books = self.linking(BookRepository, by=BookReader)
        return {
            "lent_count": books.count(),
        }
