"""Loans as clients of v1 know them. Here `due` is `until`."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output
from keel.versions import Shape
from pydantic import Field

from lending_library.loans.routes import router
from lending_library.loans.schemas import LoanCreate, LoanQuery, LoanRead, LoanSelection

LoanInclude = Literal["book"]


class LoanCreateV1(Input):
    """A loan to add."""

    until: date


class LoanReadV1(Output):
    """A loan as callers see it."""

    id: UUID
    book_id: UUID
    until: date = Field(validation_alias="due")
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class LoanSelectionV1(Input):
    """Which loans, and in what order."""

    sort: Literal["created_at", "-created_at", "until", "-until"] = "-created_at"
    until: date | None = None
    until__gte: date | None = None
    until__lte: date | None = None


class LoanQueryV1(LoanSelectionV1, CursorQuery):
    """Which loans to list, in what order, and how many."""

    include: Sequence[LoanInclude] = ()


SHAPE = Shape(
    router,
    {
        LoanRead: LoanReadV1,
        LoanCreate: LoanCreateV1,
        LoanSelection: LoanSelectionV1,
        LoanQuery: LoanQueryV1,
    },
    was={"due": "until"},
)
