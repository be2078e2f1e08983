"""`POST /opening-hours`."""

from keel.testing import Call, EndpointTests, unwritten

from lending_library.opening_hours.routes import router


class TestCreateOpeningHours(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "create_opening_hours"

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `OpeningHoursService.create_opening_hours`."""
        call.send().must_be(201, "the call is valid")
