"""Collections in the database."""

from keel.data import Repository

from archive.collections.models import Collection
from archive.collections.policy import POLICY


class CollectionRepository(Repository[Collection]):
    """Collections that the caller may reach."""

    policy = POLICY
