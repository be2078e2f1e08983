"""`GET /books/longest`: The book with the longest title."""

from keel.testing import Call, EndpointTests, unwritten

from lending_library.books.routes import router


class TestLongestBooks(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "longest_books"

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `BookService.longest`."""
        call.send().must_be(200, "the call is valid")
