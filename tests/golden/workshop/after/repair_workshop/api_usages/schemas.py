"""What callers send and receive about api usages."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, Input, Output, PageQuery, Timestamp
from pydantic import Field

Calls = Annotated[int, Field(ge=0, le=MAX_INT)]


class ApiUsageCreate(Input):
    """An api usage to add."""

    hour: Timestamp
    calls: Calls


class ApiUsageRead(Output):
    """An api usage as callers see it."""

    id: UUID
    hour: datetime
    calls: int
    created_at: datetime
    updated_at: datetime


class ApiUsageQuery(PageQuery):
    """Which api usages to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
