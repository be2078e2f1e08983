"""`GET /stats/lending/{year}`: Count what was lent in a year, by month."""

from typing import ClassVar

from keel.testing import Call, EndpointTests, unwritten

from lending_library.books.models import Book
from lending_library.stats.routes import router


class TestLending(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "lending"
    rows: ClassVar = {"book_id": Book}

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `StatsService.lending`."""
        call.send().must_be(200, "the call is valid")
