"""`POST /books/{book_id}/restock`: Put more copies of a book on the shelf."""

from typing import ClassVar

from keel.testing import Call, EndpointTests, unwritten

from lending_library.books.models import Book
from lending_library.books.routes import router


class TestRestockBook(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "restock_book"
    rows: ClassVar = {"book_id": Book}

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `BookService.restock`."""
        call.send().must_be(200, "the call is valid")
