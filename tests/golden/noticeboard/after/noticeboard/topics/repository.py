"""Topics in the database."""

from keel.data import Repository

from noticeboard.topics.models import Topic
from noticeboard.topics.policy import POLICY


class TopicRepository(Repository[Topic]):
    """Topics that the caller may reach."""

    policy = POLICY
