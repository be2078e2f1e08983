"""The table of loans."""

from datetime import date
from uuid import UUID

from keel.data import Model, Owned
from sqlmodel import Field


class Loan(Owned, Model, table=True):
    """One of the loans."""

    __tablename__ = "loans"

    book_id: UUID = Field(foreign_key="books.id", ondelete="RESTRICT", index=True)
    due: date = Field(index=True)
