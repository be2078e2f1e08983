"""Shifts in the database."""

from keel.data import Repository

from clinic.shifts.models import Shift
from clinic.shifts.policy import POLICY


class ShiftRepository(Repository[Shift]):
    """Shifts that the caller may reach."""

    policy = POLICY
