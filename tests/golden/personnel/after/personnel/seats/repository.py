"""Seats in the database."""

from keel.data import Repository

from personnel.seats.models import Seat
from personnel.seats.policy import POLICY


class SeatRepository(Repository[Seat]):
    """Seats that the caller may reach."""

    policy = POLICY
