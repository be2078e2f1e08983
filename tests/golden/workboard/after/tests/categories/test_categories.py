"""Categories do what their policy and their schemas say."""

from keel.testing import ResourceTests

from workboard.categories.repository import CategoryRepository
from workboard.categories.routes import router


class TestCategories(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = CategoryRepository
