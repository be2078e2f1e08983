"""Shifts do what their policy and their schemas say."""

from keel.testing import ResourceTests

from appointments.shifts.repository import ShiftRepository
from appointments.shifts.routes import router


class TestShifts(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ShiftRepository
