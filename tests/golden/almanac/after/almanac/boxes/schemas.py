"""What callers send and receive about boxes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Label = Annotated[str, Field(min_length=1, max_length=80, examples=["Lemons"])]
Words = Annotated[str, Field(max_length=200, description="Words to find in label.")]


class BoxCreate(Input):
    """A box to add."""

    label: Label
    within_id: UUID | None = None


class BoxUpdate(Input):
    """What to change of a box; what is absent stays."""

    label: Label | MISSING = MISSING
    within_id: UUID | MISSING | None = MISSING


class BoxRead(Output):
    """A box as callers see it."""

    id: UUID
    label: Annotated[str, Field(examples=["Lemons"])]
    within_id: UUID | None
    created_at: datetime
    updated_at: datetime


class BoxQuery(PageQuery):
    """Which boxes to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
