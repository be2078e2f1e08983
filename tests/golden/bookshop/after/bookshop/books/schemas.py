"""What callers send and receive about books."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, CursorQuery, Input, Output
from pydantic import MISSING, Field

from bookshop.books.models import BookFormat

Title = Annotated[str, Field(min_length=1, max_length=200, examples=["Pride and Prejudice"])]
Isbn = Annotated[
    str,
    Field(
        min_length=13,
        max_length=13,
        pattern=r"^97[89]\d{10}$",
        description="The ISBN-13, without hyphens.",
        examples=["9780141439518"],
    ),
]
Price = Annotated[Decimal, Field(max_digits=10, decimal_places=2, ge=0)]
Stock = Annotated[int, Field(ge=0, le=MAX_INT)]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class BookCreate(Input):
    """A book to add."""

    title: Title
    isbn: Isbn
    price: Price
    stock: Stock = 0
    format: BookFormat
    published: date | None = None
    author_id: UUID
    publisher_id: UUID | None = None


class BookUpdate(Input):
    """What to change of a book; what is absent stays."""

    title: Title | MISSING = MISSING
    isbn: Isbn | MISSING = MISSING
    price: Price | MISSING = MISSING
    stock: Stock | MISSING = MISSING
    format: BookFormat | MISSING = MISSING
    published: date | MISSING | None = MISSING
    author_id: UUID | MISSING = MISSING
    publisher_id: UUID | MISSING | None = MISSING


class BookRead(Output):
    """A book as callers see it."""

    id: UUID
    title: Annotated[str, Field(examples=["Pride and Prejudice"])]
    isbn: Annotated[
        str, Field(description="The ISBN-13, without hyphens.", examples=["9780141439518"])
    ]
    price: Decimal
    stock: int
    format: BookFormat
    published: date | None
    author_id: UUID
    publisher_id: UUID | None
    created_at: datetime
    updated_at: datetime


class BookQuery(CursorQuery):
    """Which books to list, in what order, and how many."""

    sort: Literal[
        "created_at",
        "-created_at",
        "title",
        "-title",
        "price",
        "-price",
        "published",
        "-published",
        "relevance",
    ] = "relevance"
    q: Words | None = None
    author_id: UUID | None = None
    publisher_id: UUID | None = None
    format: BookFormat | None = None
    price: Price | None = None
    price__gte: Price | None = None
    price__lte: Price | None = None
    published: date | None = None
    published__gte: date | None = None
    published__lte: date | None = None
