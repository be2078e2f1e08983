# grow: about
"""`POST /topics/{topic_id}/merge`: Move all notes of a topic to another one, and delete it."""

from typing import ClassVar

from keel.testing import Call, EndpointTests, unwritten

from exemplar.topics.models import Topic
from exemplar.topics.routes import router


class TestMergeTopic(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "merge_topic"
    # grow: rows
    rows: ClassVar = {"topic_id": Topic, "into_id": Topic}

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        # grow: task
        """Yours to write, with `TopicService.merge`."""
        call.send().must_be(200, "the call is valid")
