"""What callers send and receive about categories."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=80)]
CategoryInclude = Literal["issues"]


class CategoryCreate(Input):
    """A category to add."""

    name: Name
    parent_id: UUID | None = None


class CategoryUpdate(Input):
    """What to change of a category; what is absent stays."""

    name: Name | MISSING = MISSING
    parent_id: UUID | MISSING | None = MISSING


class CategoryRead(Output):
    """A category as callers see it."""

    id: UUID
    name: str
    parent_id: UUID | None
    created_at: datetime
    updated_at: datetime


class CategoryQuery(PageQuery):
    """Which categories to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    parent_id: UUID | None = None
    include: Sequence[CategoryInclude] = ()
