"""The endpoints of seats."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from personnel.seats.policy import POLICY
from personnel.seats.schemas import SeatCreate, SeatQuery, SeatRead, SeatUpdate
from personnel.seats.service import Seats

router = APIRouter(prefix="/seats", tags=["seats"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_seats(
    query: Annotated[SeatQuery, Query()], seats: Seats, links: PageLinks
) -> Page[SeatRead]:
    """List seats."""
    return links.add(await seats.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_seat(body: SeatCreate, seats: Seats) -> SeatRead:
    """Add a seat."""
    return await seats.create(body)


@router.get("/{seat_id}", dependencies=[allow(POLICY.read)])
async def read_seat(seat_id: UUID, seats: Seats) -> SeatRead:
    """Read one seat."""
    return await seats.read(seat_id)


@router.patch("/{seat_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_seat(seat_id: UUID, body: SeatUpdate, seats: Seats) -> SeatRead:
    """Change a seat; what the body leaves out stays."""
    return await seats.update(seat_id, body)


@router.delete("/{seat_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_seat(seat_id: UUID, seats: Seats) -> None:
    """Delete a seat."""
    await seats.delete(seat_id)
