"""Rooms in the database."""

from keel.data import Repository

from library.rooms.models import Room
from library.rooms.policy import POLICY


class RoomRepository(Repository[Room]):
    """Rooms that the caller may reach."""

    policy = POLICY
