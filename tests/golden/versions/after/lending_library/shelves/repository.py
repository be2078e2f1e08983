"""Shelves in the database."""

from keel.data import Repository

from lending_library.shelves.models import Shelf
from lending_library.shelves.policy import POLICY


class ShelfRepository(Repository[Shelf]):
    """Shelves that the caller may reach."""

    policy = POLICY
