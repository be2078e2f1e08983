"""The table of books."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from keel.data import Model, Searched, choice
from sqlalchemy import Index
from sqlmodel import Field


class BookFormat(StrEnum):
    """Values of `Book.format`."""

    HARDCOVER = "hardcover"
    PAPERBACK = "paperback"
    EBOOK = "ebook"


class Book(Model, table=True):
    """A book, in one of its formats."""

    __tablename__ = "books"
    __table_args__ = (
        Index(None, "title", "id"),
        Index(None, "price", "id"),
        Index(None, "published", "id"),
    )
    searched = Searched(title=1)

    title: str = Field(max_length=200)
    isbn: str = Field(max_length=13, unique=True)
    price: Decimal = Field(max_digits=10, decimal_places=2)
    stock: int = 0
    format: BookFormat = Field(sa_type=choice(BookFormat), index=True)
    published: date | None = None
    author_id: UUID = Field(foreign_key="authors.id", ondelete="RESTRICT", index=True)
    publisher_id: UUID | None = Field(
        default=None, foreign_key="publishers.id", ondelete="SET NULL", index=True
    )
