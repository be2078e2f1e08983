"""Topics do what their policy and their schemas say."""

from keel.testing import ResourceTests

from exemplar.topics.repository import TopicRepository
from exemplar.topics.routes import router


class TestTopics(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = TopicRepository
    # grow: actions
    # end
