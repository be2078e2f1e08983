"""Rooms do what their policy and their schemas say."""

from keel.testing import ResourceTests

from library.rooms.repository import RoomRepository
from library.rooms.routes import router


class TestRooms(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = RoomRepository
