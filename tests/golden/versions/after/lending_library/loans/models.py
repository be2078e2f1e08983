"""The table of loans."""

from datetime import date
from uuid import UUID

from keel.data import Model, Owned
from sqlalchemy import Index
from sqlmodel import Field


class Loan(Owned, Model, table=True):
    """That somebody has a book at home."""

    __tablename__ = "loans"
    __table_args__ = (Index(None, "due", "id"),)

    book_id: UUID = Field(foreign_key="books.id", ondelete="CASCADE", index=True)
    due: date
