"""Shelves do what their policy and their schemas say."""

from keel.testing import ResourceTests

from lending_library.shelves.repository import ShelfRepository
from lending_library.shelves.routes import router


class TestShelves(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ShelfRepository
