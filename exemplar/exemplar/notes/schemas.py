"""What callers send and receive about notes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, FileKind, FileLink, Ids, Input, Output
from keel.data.bulk import Identified
from pydantic import MISSING, Field

from exemplar.notes.models import NoteMood, NoteProgress

Title = Annotated[str, Field(min_length=1, max_length=200, examples=["First frost"])]
Body = Annotated[str, Field(max_length=10_000, examples=["Cover the lemon tree."])]
DRAWING_FILE = FileKind("image/png", "image/webp", max_bytes=2_000_000)
RelatedIds = Annotated[Ids, Field(max_length=100)]
NoteInclude = Literal["topic", "related"]
Words = Annotated[str, Field(max_length=200, description="Words to find in title and body.")]


class NoteCreate(Input):
    """A note to add."""

    title: Title
    body: Body
    mood: NoteMood = NoteMood.CALM
    topic_id: UUID
    related_ids: RelatedIds = Field(default=[])


class NoteUpdate(Input):
    """What to change of a note; what is absent stays."""

    title: Title | MISSING = MISSING
    body: Body | MISSING = MISSING
    mood: NoteMood | MISSING = MISSING
    topic_id: UUID | MISSING = MISSING
    related_ids: RelatedIds | MISSING = MISSING


# grow: bulk_update
class NoteBulkUpdate(NoteUpdate, Identified):
    """What to change of one note among several; what is absent stays."""


class NoteRead(Output):
    """A note as callers see it."""

    id: UUID
    title: Annotated[str, Field(examples=["First frost"])]
    body: Annotated[str, Field(examples=["Cover the lemon tree."])]
    mood: NoteMood
    topic_id: UUID
    progress: NoteProgress
    done_at: datetime | None
    drawing: FileLink | None
    related_ids: list[UUID]
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


# grow: selection
class NoteSelection(Input):
    """Which notes, and in what order."""

    # grow: selection_columns
    sort: Literal["created_at", "-created_at", "title", "-title", "relevance"] = "relevance"
    q: Words | None = None
    mood: NoteMood | None = None
    topic_id: UUID | None = None
    related_ids: UUID | None = None
    related_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None
    # end


class NoteQuery(NoteSelection, CursorQuery):
    """Which notes to list, in what order, and how many."""

    include: Sequence[NoteInclude] = ()
