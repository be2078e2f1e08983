"""What callers send and receive about rooms."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Output, PageQuery
from pydantic import Field

Name = Annotated[str, Field(max_length=255)]


class RoomRead(Output):
    """A room as callers see it."""

    id: UUID
    name: str
    created_at: datetime
    updated_at: datetime


class RoomQuery(PageQuery):
    """Which rooms to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
