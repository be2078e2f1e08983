"""Visits in the database."""

from keel.data import Repository

from practice.visits.models import Visit
from practice.visits.policy import POLICY


class VisitRepository(Repository[Visit]):
    """Visits that the caller may reach."""

    policy = POLICY
