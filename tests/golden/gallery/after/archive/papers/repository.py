"""Papers in the database."""

from keel.data import Repository

from archive.papers.models import Paper
from archive.papers.policy import POLICY


class PaperRepository(Repository[Paper]):
    """Papers that the caller may reach."""

    policy = POLICY
