"""Publishers in the database."""

from keel.data import Repository

from bookshop.publishers.models import Publisher
from bookshop.publishers.policy import POLICY


class PublisherRepository(Repository[Publisher]):
    """Publishers that the caller may reach."""

    policy = POLICY
