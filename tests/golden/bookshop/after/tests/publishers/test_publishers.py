"""Publishers do what their policy and their schemas say."""

from keel.testing import ResourceTests

from bookshop.publishers.repository import PublisherRepository
from bookshop.publishers.routes import router


class TestPublishers(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = PublisherRepository
