"""What callers send and receive about loans."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Ids, Input, Output, PageQuery
from pydantic import MISSING, Field

RoomIds = Annotated[Ids, Field(min_length=1, max_length=3)]


class LoanCreate(Input):
    """A loan to add."""

    book_id: UUID
    until: date
    room_ids: RoomIds


class LoanUpdate(Input):
    """What to change of a loan; what is absent stays."""

    book_id: UUID | MISSING = MISSING
    until: date | MISSING = MISSING
    room_ids: RoomIds | MISSING = MISSING


class LoanRead(Output):
    """A loan as callers see it."""

    id: UUID
    book_id: UUID
    until: date
    room_ids: list[UUID]
    created_at: datetime
    updated_at: datetime


class LoanQuery(PageQuery):
    """Which loans to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
