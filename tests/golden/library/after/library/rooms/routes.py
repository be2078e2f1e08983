"""The endpoints of rooms."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from library.rooms.policy import POLICY
from library.rooms.schemas import RoomQuery, RoomRead
from library.rooms.service import Rooms

router = APIRouter(prefix="/rooms", tags=["rooms"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_rooms(
    query: Annotated[RoomQuery, Query()], rooms: Rooms, links: PageLinks
) -> Page[RoomRead]:
    """List rooms."""
    return links.add(await rooms.page(query))


@router.get("/{room_id}", dependencies=[allow(POLICY.read)])
async def read_room(room_id: UUID, rooms: Rooms) -> RoomRead:
    """Read one room."""
    return await rooms.read(room_id)
