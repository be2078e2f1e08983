"""What callers send and receive about loans."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery


class LoanCreate(Input):
    """A loan to add."""

    until: date


class LoanRead(Output):
    """A loan as callers see it."""

    id: UUID
    paper_id: UUID
    until: date
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class LoanQuery(PageQuery):
    """Which loans to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"


class LoanDeleted(LoanRead):
    """A loan that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
