"""The endpoints of shifts."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from appointments.shifts.policy import POLICY
from appointments.shifts.schemas import ShiftCreate, ShiftQuery, ShiftRead, ShiftUpdate
from appointments.shifts.service import Shifts

router = APIRouter(prefix="/shifts", tags=["shifts"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_shifts(
    query: Annotated[ShiftQuery, Query()], shifts: Shifts, links: PageLinks
) -> Page[ShiftRead]:
    """List shifts."""
    return links.add(await shifts.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_shift(body: ShiftCreate, shifts: Shifts) -> ShiftRead:
    """Add a shift."""
    return await shifts.create(body)


@router.get("/{shift_id}", dependencies=[allow(POLICY.read)])
async def read_shift(shift_id: UUID, shifts: Shifts) -> ShiftRead:
    """Read one shift."""
    return await shifts.read(shift_id)


@router.patch("/{shift_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_shift(shift_id: UUID, body: ShiftUpdate, shifts: Shifts) -> ShiftRead:
    """Change a shift; what the body leaves out stays."""
    return await shifts.update(shift_id, body)


@router.delete("/{shift_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_shift(shift_id: UUID, shifts: Shifts) -> None:
    """Delete a shift."""
    await shifts.delete(shift_id)
