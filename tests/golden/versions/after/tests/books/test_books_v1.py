"""Books of v1 are those of today, as its clients know them."""

from keel.testing import OlderTests

from lending_library.books.repository import BookRepository
from lending_library.books.v1 import SHAPE


class TestBooksV1(OlderTests):
    """The same rows, sent, shown, listed and refused by the names of then."""

    version = "v1"
    shape = SHAPE
    repository = BookRepository
