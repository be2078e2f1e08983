"""Topics in the database."""

from keel.data import Repository

from exemplar.topics.models import Topic
from exemplar.topics.policy import POLICY


class TopicRepository(Repository[Topic]):
    """Topics that the caller may reach."""

    policy = POLICY
    # grow: searched
    searched = ("name",)
