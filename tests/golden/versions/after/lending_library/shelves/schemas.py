"""What callers send and receive about shelves."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Label = Annotated[str, Field(min_length=1, max_length=20)]


class ShelfCreate(Input):
    """A shelf to add."""

    label: Label


class ShelfUpdate(Input):
    """What to change of a shelf; what is absent stays."""

    label: Label | MISSING = MISSING


class ShelfRead(Output):
    """A shelf as callers see it."""

    id: UUID
    label: str
    created_at: datetime
    updated_at: datetime


class ShelfQuery(PageQuery):
    """Which shelves to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
