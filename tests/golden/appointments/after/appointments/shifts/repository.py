"""Shifts in the database."""

from keel.data import Repository

from appointments.shifts.models import Shift
from appointments.shifts.policy import POLICY


class ShiftRepository(Repository[Shift]):
    """Shifts that the caller may reach."""

    policy = POLICY
