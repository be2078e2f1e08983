"""Books do what their policy and their schemas say."""

from keel.testing import ResourceTests

from bookshop.books.repository import BookRepository
from bookshop.books.routes import router


class TestBooks(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = BookRepository
