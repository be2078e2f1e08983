"""What callers send and receive about books."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Ids, Input, Output, PageQuery
from pydantic import MISSING, Field

Title = Annotated[str, Field(min_length=1, max_length=200)]
TagIds = Annotated[Ids, Field(max_length=100)]
RelatedIds = Annotated[Ids, Field(max_length=100)]
ReaderIds = Annotated[Ids, Field(max_length=20, description="Who has it at home.")]
BookInclude = Literal["author", "editor", "tags", "related", "readers", "reviews", "loan"]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class BookCreate(Input):
    """A book to add."""

    title: Title
    author_id: UUID
    editor_id: UUID | None = None
    tag_ids: TagIds = Field(default=[])
    related_ids: RelatedIds = Field(default=[])
    reader_ids: ReaderIds = Field(default=[])


class BookUpdate(Input):
    """What to change of a book; what is absent stays."""

    title: Title | MISSING = MISSING
    author_id: UUID | MISSING = MISSING
    editor_id: UUID | MISSING | None = MISSING
    tag_ids: TagIds | MISSING = MISSING
    related_ids: RelatedIds | MISSING = MISSING
    reader_ids: ReaderIds | MISSING = MISSING


class BookRead(Output):
    """A book as callers see it."""

    id: UUID
    title: str
    author_id: UUID
    editor_id: UUID | None
    tag_count: Annotated[int, Field(description="Count of tags.")]
    mentions: Annotated[int, Field(description="Books that name this one as related.")]
    tag_ids: list[UUID]
    related_ids: list[UUID]
    reader_ids: Annotated[list[UUID], Field(description="Who has it at home.")]
    created_at: datetime
    updated_at: datetime


class BookQuery(PageQuery):
    """Which books to list, in what order, and how many."""

    sort: Literal[
        "created_at", "-created_at", "title", "-title", "tag_count", "-tag_count", "relevance"
    ] = "relevance"
    q: Words | None = None
    author_id: UUID | None = None
    tag_ids: UUID | None = None
    tag_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None
    reader_ids: UUID | None = None
    reader_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None
    include: Sequence[BookInclude] = ()
