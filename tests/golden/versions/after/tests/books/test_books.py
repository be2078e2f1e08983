"""Books do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from lending_library.books.repository import BookRepository
from lending_library.books.routes import router


class TestBooks(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = BookRepository
    actions = (Action("discard", moves={"status": "kept -> discarded"}, needs=("note",)),)
