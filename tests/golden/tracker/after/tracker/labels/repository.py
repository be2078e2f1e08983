"""Labels in the database."""

from keel.data import Repository

from tracker.labels.models import Label
from tracker.labels.policy import POLICY


class LabelRepository(Repository[Label]):
    """Labels that the caller may reach."""

    policy = POLICY
