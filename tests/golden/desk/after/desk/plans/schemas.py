"""What callers send and receive about plans."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, Output, PageQuery
from pydantic import Field

Name = Annotated[str, Field(min_length=1, max_length=40)]
Seats = Annotated[int, Field(ge=1, le=MAX_INT)]


class PlanRead(Output):
    """A plan as callers see it."""

    id: UUID
    name: str
    seats: int
    created_at: datetime
    updated_at: datetime


class PlanQuery(PageQuery):
    """Which plans to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "seats", "-seats"] = "-created_at"
