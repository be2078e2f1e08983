"""Items do what their policy and their schemas say."""

from keel.testing import ResourceTests

from items.items.repository import ItemRepository
from items.items.routes import router


class TestItems(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ItemRepository
