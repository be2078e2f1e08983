"""The table of reviews."""

from uuid import UUID

from keel.data import Model, Owned
from sqlalchemy import Text
from sqlmodel import Field


class Review(Owned, Model, table=True):
    """What a reader says about a book."""

    __tablename__ = "reviews"

    book_id: UUID = Field(foreign_key="books.id", ondelete="CASCADE", index=True)
    text: str = Field(sa_type=Text)
