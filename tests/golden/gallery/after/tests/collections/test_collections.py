"""Collections do what their policy and their schemas say."""

from keel.testing import ResourceTests

from archive.collections.repository import CollectionRepository
from archive.collections.routes import router


class TestCollections(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = CollectionRepository
