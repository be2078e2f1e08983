"""The table of books."""

from enum import StrEnum
from uuid import UUID

from keel.data import AtMost, Model, Pair, Searched, choice
from sqlalchemy import Index, Text
from sqlmodel import Field


class BookKind(StrEnum):
    """Values of `Book.kind`."""

    NOVEL = "novel"
    POEMS = "poems"
    ESSAY = "essay"


class BookStatus(StrEnum):
    """Values of `Book.status`."""

    KEPT = "kept"
    DISCARDED = "discarded"


class Book(Model, table=True):
    """What is lent."""

    __tablename__ = "books"
    __table_args__ = (Index(None, "title", "id"), Index(None, "kind", "id"))
    rules = (AtMost(3, per="writer_id", where={"kind": BookKind.ESSAY}),)
    searched = Searched(title=1)

    title: str = Field(max_length=200, unique=True)
    kind: BookKind = Field(default=BookKind.NOVEL, sa_type=choice(BookKind))
    writer_id: UUID = Field(foreign_key="writers.id", ondelete="RESTRICT", index=True)
    isbn: str | None = Field(default=None, max_length=13, index=True)
    note: str | None = Field(default=None, sa_type=Text)
    status: BookStatus = Field(default=BookStatus.KEPT, sa_type=choice(BookStatus))


class BookShelf(Pair, table=True):
    """The `shelves` of books."""

    __tablename__ = "book_shelves"

    book_id: UUID = Field(foreign_key="books.id", ondelete="CASCADE", primary_key=True)
    shelf_id: UUID = Field(
        foreign_key="shelves.id", ondelete="CASCADE", primary_key=True, index=True
    )
