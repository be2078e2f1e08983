"""What callers send and receive about stock takes."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery


class StockTakeCreate(Input):
    """A stock take to add."""

    day: date | None = None


class StockTakeRead(Output):
    """A stock take as callers see it."""

    id: UUID
    day: date | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class StockTakeSelection(Input):
    """Which stock takes, and in what order."""

    sort: Literal["created_at", "-created_at", "day", "-day"] = "-created_at"


class StockTakeQuery(StockTakeSelection, PageQuery):
    """Which stock takes to list, in what order, and how many."""
