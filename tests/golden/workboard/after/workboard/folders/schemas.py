"""What callers send and receive about folders."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output
from pydantic import MISSING, Field

Name = Annotated[str, Field(max_length=255)]


class FolderCreate(Input):
    """A folder to add."""

    name: Name
    inside_id: UUID | None = None


class FolderUpdate(Input):
    """What to change of a folder; what is absent stays."""

    name: Name | MISSING = MISSING
    inside_id: UUID | MISSING | None = MISSING


class FolderRead(Output):
    """A folder as callers see it."""

    id: UUID
    name: str
    inside_id: UUID | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class FolderQuery(CursorQuery):
    """Which folders to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
