"""Labels in the database."""

from keel.data import Repository

from archive.labels.models import Label
from archive.labels.policy import POLICY


class LabelRepository(Repository[Label]):
    """Labels that the caller may reach."""

    policy = POLICY
