"""Tags in the database."""

from keel.data import Repository

from stockroom.tags.models import Tag
from stockroom.tags.policy import POLICY


class TagRepository(Repository[Tag]):
    """Tags that the caller may reach."""

    policy = POLICY
