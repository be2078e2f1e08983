"""What callers send and receive about books."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Ids, Input, Output, PageQuery
from pydantic import MISSING, Field

from lending_library.books.models import BookKind, BookStatus

Title = Annotated[str, Field(min_length=1, max_length=200)]
Isbn = Annotated[str, Field(min_length=13, max_length=13)]
Note = Annotated[str, Field(max_length=500)]
ShelfIds = Annotated[Ids, Field(max_length=100)]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class BookCreate(Input):
    """A book to add."""

    title: Title
    kind: BookKind = BookKind.NOVEL
    writer_id: UUID
    isbn: Isbn | None = None
    note: Note | None = None
    shelf_ids: ShelfIds = Field(default=[])


class BookUpdate(Input):
    """What to change of a book; what is absent stays."""

    title: Title | MISSING = MISSING
    kind: BookKind | MISSING = MISSING
    writer_id: UUID | MISSING = MISSING
    isbn: Isbn | MISSING | None = MISSING
    note: Note | MISSING | None = MISSING
    shelf_ids: ShelfIds | MISSING = MISSING


class BookAnnotate(Input):
    """What it takes to annotate a book."""

    note: Note | None = None


class BookRead(Output):
    """A book as callers see it."""

    id: UUID
    title: str
    kind: BookKind
    writer_id: UUID
    isbn: str | None
    note: str | None
    status: BookStatus
    lent_count: Annotated[int, Field(description="Count of loans.")]
    shelf_ids: list[UUID]
    created_at: datetime
    updated_at: datetime


class BookSelection(Input):
    """Which books, and in what order."""

    sort: Literal[
        "created_at",
        "-created_at",
        "title",
        "-title",
        "kind",
        "-kind",
        "lent_count",
        "-lent_count",
        "relevance",
    ] = "relevance"
    q: Words | None = None
    title: Title | None = None
    kind: BookKind | None = None
    writer_id: UUID | None = None
    isbn: Isbn | None = None
    shelf_ids: UUID | None = None
    shelf_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None


class BookQuery(BookSelection, PageQuery):
    """Which books to list, in what order, and how many."""
