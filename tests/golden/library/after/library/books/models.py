"""The table of books."""

from uuid import UUID

from keel.data import Model, Pair, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Book(Model, table=True):
    """What can be borrowed."""

    __tablename__ = "books"
    __table_args__ = (Index(None, "title", "id"),)
    searched = Searched(title=1)

    title: str = Field(max_length=200)
    author_id: UUID = Field(foreign_key="authors.id", ondelete="RESTRICT", index=True)
    editor_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )


class BookTag(Pair, table=True):
    """The `tags` of books."""

    __tablename__ = "book_tags"

    book_id: UUID = Field(foreign_key="books.id", ondelete="CASCADE", primary_key=True)
    tag_id: UUID = Field(foreign_key="tags.id", ondelete="CASCADE", primary_key=True, index=True)


class BookRelated(Pair, table=True):
    """The `related` of books."""

    __tablename__ = "book_related"

    book_id: UUID = Field(foreign_key="books.id", ondelete="CASCADE", primary_key=True)
    related_id: UUID = Field(
        foreign_key="books.id", ondelete="CASCADE", primary_key=True, index=True
    )


class BookReader(Pair, table=True):
    """The `readers` of books."""

    __tablename__ = "book_readers"

    book_id: UUID = Field(foreign_key="books.id", ondelete="CASCADE", primary_key=True)
    reader_id: UUID = Field(
        foreign_key="users.id", ondelete="CASCADE", primary_key=True, index=True
    )
