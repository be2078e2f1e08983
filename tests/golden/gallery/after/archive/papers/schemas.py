"""What callers send and receive about papers."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, FileKind, FileLink, Input, Output
from pydantic import MISSING, Field

from archive.papers.models import PaperStatus

Title = Annotated[str, Field(min_length=1, max_length=200)]
SCAN_FILE = FileKind("application/pdf", "image/png", max_bytes=3_000_000)
FAIR_COPY_FILE = FileKind("text/plain", max_bytes=10_000_000)
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class PaperCreate(Input):
    """A paper to add."""

    title: Title


class PaperUpdate(Input):
    """What to change of a paper; what is absent stays."""

    title: Title | MISSING = MISSING


class PaperRead(Output):
    """A paper as callers see it."""

    id: UUID
    title: str
    collection_id: UUID
    scan: Annotated[FileLink, Field(description="The paper itself.")] | None
    fair_copy: FileLink | None
    status: PaperStatus
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class PaperQuery(CursorQuery):
    """Which papers to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
    scan__is_null: bool | None = None
