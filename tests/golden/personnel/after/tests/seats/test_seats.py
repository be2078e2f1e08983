"""Seats do what their policy and their schemas say."""

from keel.testing import ResourceTests

from personnel.seats.repository import SeatRepository
from personnel.seats.routes import router


class TestSeats(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = SeatRepository
