"""Media types do what their policy and their schemas say."""

from keel.testing import ResourceTests

from chinook.media_types.repository import MediaTypeRepository
from chinook.media_types.routes import router


class TestMediaTypes(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = MediaTypeRepository
