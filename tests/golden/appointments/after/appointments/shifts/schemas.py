"""What callers send and receive about shifts."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, Input, Output, PageQuery
from pydantic import MISSING, Field

Seats = Annotated[int, Field(ge=0, le=MAX_INT)]
Taken = Annotated[int, Field(ge=0, le=MAX_INT)]


class ShiftCreate(Input):
    """A shift to add."""

    first_day: date
    last_day: date
    seats: Seats
    taken: Taken = 0


class ShiftUpdate(Input):
    """What to change of a shift; what is absent stays."""

    first_day: date | MISSING = MISSING
    last_day: date | MISSING = MISSING
    seats: Seats | MISSING = MISSING
    taken: Taken | MISSING = MISSING


class ShiftRead(Output):
    """A shift as callers see it."""

    id: UUID
    first_day: date
    last_day: date
    seats: int
    taken: int
    created_at: datetime
    updated_at: datetime


class ShiftQuery(PageQuery):
    """Which shifts to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
