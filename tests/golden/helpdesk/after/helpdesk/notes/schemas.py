"""What callers send and receive about notes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import Field

NoteText = Annotated[str, Field(min_length=1, max_length=2_000)]


class NoteCreate(Input):
    """A note to add."""

    text: NoteText


class NoteRead(Output):
    """A note as callers see it."""

    id: UUID
    text: str
    created_at: datetime
    updated_at: datetime


class NoteQuery(PageQuery):
    """Which notes to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
