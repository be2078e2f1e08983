"""What callers send and receive about contracts."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import AnyDuration, CursorQuery, Duration, Input, Json, Output, today
from pydantic import MISSING, Field

from notary.contracts.models import ContractStatus

Title = Annotated[str, Field(min_length=1, max_length=200)]
Fee = Annotated[Decimal, Field(max_digits=10, decimal_places=2, ge=0)]
Pin = Annotated[str, Field(min_length=4, max_length=12)]
Remark = Annotated[str, Field(min_length=1, max_length=80)]
Remarks = Annotated[list[Remark], Field(max_length=5)]
ContractInclude = Literal["created_by", "annexes", "parties"]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class ContractCreate(Input):
    """A contract to add."""

    title: Title
    fee: Fee
    pin: Pin | None = None
    notice: Duration | None = None
    valid_from: date = Field(default_factory=today)
    witness_id: UUID | None = None
    remarks: Remarks = Field(default=[])
    details: Json | None = None


class ContractUpdate(Input):
    """What to change of a contract; what is absent stays."""

    title: Title | MISSING = MISSING
    fee: Fee | MISSING = MISSING
    pin: Pin | MISSING | None = MISSING
    notice: Duration | MISSING | None = MISSING
    valid_from: date | MISSING = MISSING
    witness_id: UUID | MISSING | None = MISSING
    remarks: Remarks | MISSING = MISSING
    details: Json | MISSING | None = MISSING


class ContractCancel(Input):
    """What it takes to cancel a contract."""

    remarks: Remarks = Field(default=[])


class ContractRead(Output):
    """A contract as callers see it."""

    id: UUID
    title: str
    fee: Decimal
    status: ContractStatus
    signed_at: datetime | None
    notice: AnyDuration | None
    valid_from: date
    witness_id: UUID | None
    remarks: list[str]
    details: Json | None
    created_by_id: UUID | None
    updated_by_id: UUID | None
    created_at: datetime
    updated_at: datetime


class ContractSelection(Input):
    """Which contracts, and in what order."""

    sort: Literal["created_at", "-created_at", "title", "-title", "relevance"] = "relevance"
    q: Words | None = None
    status: ContractStatus | None = None
    created_by_id: UUID | None = None
    updated_by_id: UUID | None = None


class ContractQuery(ContractSelection, CursorQuery):
    """Which contracts to list, in what order, and how many."""

    include: Sequence[ContractInclude] = ()
