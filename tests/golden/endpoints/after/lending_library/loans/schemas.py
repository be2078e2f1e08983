"""What callers send and receive about loans."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery


class LoanCreate(Input):
    """A loan to add."""

    book_id: UUID
    due: date


class LoanRead(Output):
    """A loan as callers see it."""

    id: UUID
    book_id: UUID
    due: date
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class LoanQuery(PageQuery):
    """Which loans to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    book_id: UUID | None = None
    due: date | None = None
    due__gte: date | None = None
    due__lte: date | None = None
