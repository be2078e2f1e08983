"""`GET /books/popular`: Show the books that are lent most."""

from keel.testing import Call, EndpointTests, unwritten

from lending_library.books.routes import router


class TestPopularBooks(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "popular_books"

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `BookService.popular`."""
        call.send().must_be(200, "the call is valid")
