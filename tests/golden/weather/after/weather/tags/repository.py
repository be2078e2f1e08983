"""Tags in the database."""

from keel.data import Repository

from weather.tags.models import Tag
from weather.tags.policy import POLICY


class TagRepository(Repository[Tag]):
    """Tags that the caller may reach."""

    policy = POLICY
