"""The table of reviews."""

from uuid import UUID

from keel.data import Model, Owned, Searched
from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field


class Review(Owned, Model, table=True):
    """What a reader thinks of a book."""

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("book_id", "owner_id"), Index(None, "rating", "id"))
    searched = Searched(body=1)

    book_id: UUID = Field(foreign_key="books.id", ondelete="CASCADE")
    rating: int
    body: str = Field(sa_type=Text)
