"""Books as clients of v1 know them.

Here `title` is `name`, `kind` is `format`, `writer` is `author`, `note` is `remark`, `lent_count`
is `lent_times`, there is no `isbn`, and there is no `shelves`.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from keel.versions import Shape
from pydantic import MISSING, Field

from lending_library.books.models import BookKind, BookStatus
from lending_library.books.routes import router
from lending_library.books.schemas import (
    BookAnnotate,
    BookCreate,
    BookQuery,
    BookRead,
    BookSelection,
    BookUpdate,
)

Name = Annotated[str, Field(min_length=1, max_length=200)]
Remark = Annotated[str, Field(max_length=500)]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class BookCreateV1(Input):
    """A book to add."""

    name: Name
    format: BookKind = BookKind.NOVEL
    author_id: UUID
    remark: Remark | None = None


class BookUpdateV1(Input):
    """What to change of a book; what is absent stays."""

    name: Name | MISSING = MISSING
    format: BookKind | MISSING = MISSING
    author_id: UUID | MISSING = MISSING
    remark: Remark | MISSING | None = MISSING


class BookAnnotateV1(Input):
    """What it takes to annotate a book."""

    remark: Remark | None = None


class BookReadV1(Output):
    """A book as callers see it."""

    id: UUID
    name: str = Field(validation_alias="title")
    format: BookKind = Field(validation_alias="kind")
    author_id: UUID = Field(validation_alias="writer_id")
    remark: str | None = Field(validation_alias="note")
    status: BookStatus
    lent_times: Annotated[int, Field(description="Count of loans.")] = Field(
        validation_alias="lent_count"
    )
    created_at: datetime
    updated_at: datetime


class BookSelectionV1(Input):
    """Which books, and in what order."""

    sort: Literal[
        "created_at",
        "-created_at",
        "name",
        "-name",
        "format",
        "-format",
        "lent_times",
        "-lent_times",
        "relevance",
    ] = "relevance"
    q: Words | None = None
    name: Name | None = None
    format: BookKind | None = None
    author_id: UUID | None = None


class BookQueryV1(BookSelectionV1, PageQuery):
    """Which books to list, in what order, and how many."""


SHAPE = Shape(
    router,
    {
        BookRead: BookReadV1,
        BookCreate: BookCreateV1,
        BookUpdate: BookUpdateV1,
        BookSelection: BookSelectionV1,
        BookQuery: BookQueryV1,
        BookAnnotate: BookAnnotateV1,
    },
    was={
        "title": "name",
        "kind": "format",
        "writer_id": "author_id",
        "note": "remark",
        "lent_count": "lent_times",
    },
)
