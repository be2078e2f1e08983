"""What callers send and receive about teams."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=60)]
Size = Annotated[int, Field(ge=0, le=MAX_INT, description="Count of users where is_active = true.")]


class TeamCreate(Input):
    """A team to add."""

    name: Name
    lead_id: UUID | None = None


class TeamUpdate(Input):
    """What to change of a team; what is absent stays."""

    name: Name | MISSING = MISSING
    lead_id: UUID | MISSING | None = MISSING


class TeamRead(Output):
    """A team as callers see it."""

    id: UUID
    name: str
    lead_id: UUID | None
    size: Annotated[int, Field(description="Count of users where is_active = true.")]
    created_at: datetime
    updated_at: datetime


class TeamQuery(PageQuery):
    """Which teams to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "size", "-size"] = "-created_at"
    size: Size | None = None
    size__gte: Size | None = None
    size__lte: Size | None = None
