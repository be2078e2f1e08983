"""Labels in the database."""

from keel.data import Repository

from desk.labels.models import Label
from desk.labels.policy import POLICY


class LabelRepository(Repository[Label]):
    """Labels that the caller may reach."""

    policy = POLICY
