"""Movements in the database."""

from keel.data import Repository

from stockroom.movements.models import Movement
from stockroom.movements.policy import POLICY


class MovementRepository(Repository[Movement]):
    """Movements that the caller may reach."""

    policy = POLICY
