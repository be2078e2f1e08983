"""The rules of rooms."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from library.rooms.models import Room
from library.rooms.repository import RoomRepository
from library.rooms.schemas import RoomRead


class RoomService(Service[Room, Never, Never, RoomRead]):
    """What can happen to a room; override a method to add a rule."""


async def get_rooms(session: Session, caller: CurrentCaller) -> RoomService:
    """The service of rooms for this request and its caller."""
    return RoomService(RoomRepository(session, caller))


Rooms = Annotated[RoomService, Depends(get_rooms)]
