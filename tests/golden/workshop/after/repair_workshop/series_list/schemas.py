"""What callers send and receive about series list."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Output, PageQuery
from pydantic import Field

Name = Annotated[str, Field(min_length=1, max_length=30)]


class SeriesRead(Output):
    """A series as callers see it."""

    id: UUID
    name: str
    created_at: datetime
    updated_at: datetime


class SeriesQuery(PageQuery):
    """Which series list to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
