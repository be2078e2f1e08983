"""The rules of shifts."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from appointments.shifts.models import Shift
from appointments.shifts.repository import ShiftRepository
from appointments.shifts.schemas import ShiftCreate, ShiftRead, ShiftUpdate


class ShiftService(Service[Shift, ShiftCreate, ShiftUpdate, ShiftRead]):
    """What can happen to a shift; override a method to add a rule."""


async def get_shifts(session: Session, caller: CurrentCaller) -> ShiftService:
    """The service of shifts for this request and its caller."""
    return ShiftService(ShiftRepository(session, caller))


Shifts = Annotated[ShiftService, Depends(get_shifts)]
