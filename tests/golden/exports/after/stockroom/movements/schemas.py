"""What callers send and receive about movements."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, CursorQuery, Input, Output
from pydantic import Field

Amount = Annotated[int, Field(ge=-MAX_INT, le=MAX_INT)]
Remark = Annotated[str, Field(max_length=10_000)]


class MovementCreate(Input):
    """A movement to add."""

    amount: Amount
    remark: Remark | None = None


class MovementRead(Output):
    """A movement as callers see it."""

    id: UUID
    product_id: UUID
    amount: int
    remark: str | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class MovementSelection(Input):
    """Which movements, and in what order."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    amount: Amount | None = None
    amount__gte: Amount | None = None
    amount__lte: Amount | None = None


class MovementQuery(MovementSelection, CursorQuery):
    """Which movements to list, in what order, and how many."""
