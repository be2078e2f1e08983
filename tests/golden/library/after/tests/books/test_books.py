"""Books do what their policy and their schemas say."""

from keel.testing import ResourceTests

from library.books.repository import BookRepository
from library.books.routes import router


class TestBooks(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = BookRepository
