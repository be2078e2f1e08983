"""What callers send and receive about loans."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output

LoanInclude = Literal["book"]


class LoanCreate(Input):
    """A loan to add."""

    due: date


class LoanRead(Output):
    """A loan as callers see it."""

    id: UUID
    book_id: UUID
    due: date
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class LoanSelection(Input):
    """Which loans, and in what order."""

    sort: Literal["created_at", "-created_at", "due", "-due"] = "-created_at"
    due: date | None = None
    due__gte: date | None = None
    due__lte: date | None = None


class LoanQuery(LoanSelection, CursorQuery):
    """Which loans to list, in what order, and how many."""

    include: Sequence[LoanInclude] = ()
