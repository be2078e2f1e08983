"""Writers do what their policy and their schemas say."""

from keel.testing import ResourceTests

from lending_library.writers.repository import WriterRepository
from lending_library.writers.routes import router


class TestWriters(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = WriterRepository
