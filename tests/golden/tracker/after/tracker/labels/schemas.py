"""What callers send and receive about labels."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=40)]
Color = Annotated[str, Field(min_length=7, max_length=7, pattern=r"^#[0-9a-f]{6}$")]


class LabelCreate(Input):
    """A label to add."""

    project_id: UUID
    name: Name
    color: Color


class LabelUpdate(Input):
    """What to change of a label; what is absent stays."""

    project_id: UUID | MISSING = MISSING
    name: Name | MISSING = MISSING
    color: Color | MISSING = MISSING


class LabelRead(Output):
    """A label as callers see it."""

    id: UUID
    project_id: UUID
    name: str
    color: str
    open_count: Annotated[int, Field(description="Count of issues where status != closed.")]
    created_at: datetime
    updated_at: datetime


class LabelQuery(PageQuery):
    """Which labels to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name", "open_count", "-open_count"] = (
        "-created_at"
    )
    project_id: UUID | None = None
