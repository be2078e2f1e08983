"""The table of loans."""

from datetime import date
from uuid import UUID

from keel.data import Model, Pair
from sqlmodel import Field


class Loan(Model, table=True):
    """That a book is out, and until when."""

    __tablename__ = "loans"

    book_id: UUID = Field(foreign_key="books.id", ondelete="CASCADE", unique=True)
    until: date


class LoanRoom(Pair, table=True):
    """The `rooms` of loans."""

    __tablename__ = "loan_rooms"

    loan_id: UUID = Field(foreign_key="loans.id", ondelete="CASCADE", primary_key=True)
    room_id: UUID = Field(foreign_key="rooms.id", ondelete="CASCADE", primary_key=True, index=True)
