"""Tags in the database."""

from keel.data import Repository

from library.tags.models import Tag
from library.tags.policy import POLICY


class TagRepository(Repository[Tag]):
    """Tags that the caller may reach."""

    policy = POLICY
