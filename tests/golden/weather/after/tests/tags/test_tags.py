"""Tags do what their policy and their schemas say."""

from keel.testing import ResourceTests

from weather.tags.repository import TagRepository
from weather.tags.routes import router


class TestTags(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = TagRepository
