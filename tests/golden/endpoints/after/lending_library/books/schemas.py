"""What callers send and receive about books."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, Input, Output, PageQuery
from pydantic import MISSING, Field

Title = Annotated[str, Field(min_length=1, max_length=200)]
Copies = Annotated[int, Field(ge=0, le=MAX_INT)]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class BookCreate(Input):
    """A book to add."""

    title: Title
    copies: Copies = 1


class BookUpdate(Input):
    """What to change of a book; what is absent stays."""

    title: Title | MISSING = MISSING
    copies: Copies | MISSING = MISSING


class BookRead(Output):
    """A book as callers see it."""

    id: UUID
    title: str
    copies: int
    created_at: datetime
    updated_at: datetime


class BookQuery(PageQuery):
    """Which books to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None


class PopularBooksQueryKind(StrEnum):
    """Values of `PopularBooksQuery.kind`."""

    NEW = "new"
    USED = "used"


class PopularBooksQuery(Input):
    """What to ask of `GET /books/popular`."""

    since: date | None = None
    most: Annotated[int, Field(ge=1, le=50)] = 10
    kind: PopularBooksQueryKind | None = None


class RestockBook(Input):
    """What `POST /books/{book_id}/restock` takes."""

    quantity: Annotated[int, Field(ge=1, le=100)]
    note: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    supplier: Annotated[
        str, Field(min_length=1, max_length=80, description="Who sent them.", examples=["Penguin"])
    ]
