"""`GET /stats/moods/{year}`: Count the notes of each mood in a year."""

from keel.testing import Call, EndpointTests, unwritten

from exemplar.stats.routes import router


class TestMoods(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "moods"

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `StatsService.moods`."""
        call.send().must_be(200, "the call is valid")
