"""Visits in the database."""

from keel.data import Repository

from clinic.visits.models import Visit
from clinic.visits.policy import POLICY


class VisitRepository(Repository[Visit]):
    """Visits that the caller may reach."""

    policy = POLICY
