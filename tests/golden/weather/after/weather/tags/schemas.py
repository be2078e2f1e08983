"""What callers send and receive about tags."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=40)]


class TagCreate(Input):
    """A tag to add."""

    name: Name


class TagUpdate(Input):
    """What to change of a tag; what is absent stays."""

    name: Name | MISSING = MISSING


class TagRead(Output):
    """A tag as callers see it."""

    id: UUID
    name: str
    created_at: datetime
    updated_at: datetime


class TagQuery(PageQuery):
    """Which tags to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
