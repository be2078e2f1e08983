"""What callers send and receive about teams."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=60)]


class TeamCreate(Input):
    """A team to add."""

    name: Name


class TeamUpdate(Input):
    """What to change of a team; what is absent stays."""

    name: Name | MISSING = MISSING


class TeamRead(Output):
    """A team as callers see it."""

    id: UUID
    name: str
    created_at: datetime
    updated_at: datetime


class TeamQuery(PageQuery):
    """Which teams to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
