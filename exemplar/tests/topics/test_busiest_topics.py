"""`GET /topics/busiest`: The topics with the most notes."""

from keel.testing import Call, EndpointTests, unwritten

from exemplar.topics.routes import router


class TestBusiestTopics(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "busiest_topics"

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `TopicService.busiest`."""
        call.send().must_be(200, "the call is valid")
