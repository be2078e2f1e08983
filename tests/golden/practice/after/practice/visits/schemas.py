"""What callers send and receive about visits."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import (
    AnyDuration,
    CurrencyCode,
    CursorQuery,
    Duration,
    Input,
    Output,
    Timestamp,
    now,
    today,
)
from pydantic import MISSING, Field

Fee = Annotated[Decimal, Field(max_digits=14, decimal_places=2, ge=0)]
Deposit = Annotated[
    Decimal, Field(max_digits=14, decimal_places=2, ge=0, description="What was paid before.")
]
Finding = Annotated[str, Field(min_length=1, max_length=80)]
Findings = Annotated[list[Finding], Field(max_length=5)]


class VisitCreate(Input):
    """A visit to add."""

    surgery_id: UUID
    starts: Timestamp = Field(default_factory=now)
    day: date = Field(default_factory=today)
    length: Duration | None = None
    fee: Fee | None = None
    fee_currency: CurrencyCode | None = None
    deposit: Deposit
    deposit_currency: CurrencyCode
    seen_by_id: UUID | MISSING = MISSING
    findings: Findings | None = None


class VisitUpdate(Input):
    """What to change of a visit; what is absent stays."""

    surgery_id: UUID | MISSING = MISSING
    starts: Timestamp | MISSING = MISSING
    day: date | MISSING = MISSING
    length: Duration | MISSING | None = MISSING
    fee: Fee | MISSING | None = MISSING
    fee_currency: CurrencyCode | MISSING | None = MISSING
    deposit: Deposit | MISSING = MISSING
    deposit_currency: CurrencyCode | MISSING = MISSING
    seen_by_id: UUID | MISSING = MISSING
    findings: Findings | MISSING | None = MISSING


class VisitConclude(Input):
    """What it takes to conclude a visit."""

    length: Duration | None = None
    findings: Findings | None = None


class VisitPostpone(Input):
    """What it takes to postpone a visit."""

    starts: Timestamp
    fee: Fee | None = None
    fee_currency: CurrencyCode | None = None


class VisitRead(Output):
    """A visit as callers see it."""

    id: UUID
    surgery_id: UUID
    starts: datetime
    day: date
    length: AnyDuration | None
    fee: Decimal | None
    fee_currency: str | None
    deposit: Annotated[Decimal, Field(description="What was paid before.")]
    deposit_currency: str
    link: UUID
    seen_by_id: UUID
    findings: list[str] | None
    entered_by_id: UUID
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class VisitQuery(CursorQuery):
    """Which visits to list, in what order, and how many."""

    sort: Literal[
        "created_at", "-created_at", "starts", "-starts", "length", "-length", "fee", "-fee"
    ] = "-created_at"
    starts__gte: Timestamp | None = None
    starts__lte: Timestamp | None = None
    day: date | None = None
    day__gte: date | None = None
    day__lte: date | None = None
    length: Duration | None = None
    length__gte: Duration | None = None
    length__lte: Duration | None = None
    fee: Fee | None = None
    fee__gte: Fee | None = None
    fee__lte: Fee | None = None
    fee_currency: CurrencyCode | None = None
    seen_by_id: UUID | None = None
