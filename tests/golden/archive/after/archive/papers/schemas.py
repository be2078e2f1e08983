"""What callers send and receive about papers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Ids, Input, Output
from pydantic import MISSING, Field

from archive.papers.models import PaperStatus

Title = Annotated[str, Field(min_length=1, max_length=120)]
LabelIds = Annotated[Ids, Field(max_length=100)]
PaperInclude = Literal["folder", "labels"]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class PaperCreate(Input):
    """A paper to add."""

    title: Title
    status: PaperStatus = PaperStatus.DRAFT
    folder_id: UUID
    source_id: UUID | None = None
    label_ids: LabelIds = Field(default=[])


class PaperUpdate(Input):
    """What to change of a paper; what is absent stays."""

    title: Title | MISSING = MISSING
    status: PaperStatus | MISSING = MISSING
    folder_id: UUID | MISSING = MISSING
    source_id: UUID | MISSING | None = MISSING
    label_ids: LabelIds | MISSING = MISSING


class PaperRead(Output):
    """A paper as callers see it."""

    id: UUID
    title: str
    status: PaperStatus
    folder_id: UUID
    source_id: UUID | None
    label_count: Annotated[int, Field(description="Count of labels.")]
    label_ids: list[UUID]
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class PaperSelection(Input):
    """Which papers, and in what order."""

    sort: Literal["created_at", "-created_at", "title", "-title", "relevance"] = "relevance"
    q: Words | None = None
    folder_id: UUID | None = None
    status: PaperStatus | None = None
    label_ids: UUID | None = None
    label_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None


class PaperQuery(PaperSelection, CursorQuery):
    """Which papers to list, in what order, and how many."""

    include: Sequence[PaperInclude] = ()


class PaperDeleted(PaperRead):
    """A paper that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
