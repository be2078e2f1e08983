"""Items in the database."""

from keel.data import Repository

from items.items.models import Item
from items.items.policy import POLICY


class ItemRepository(Repository[Item]):
    """Items that the caller may reach."""

    policy = POLICY
