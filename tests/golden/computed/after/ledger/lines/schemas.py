"""What callers send and receive about lines."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output, Timestamp
from pydantic import MISSING, Field

from ledger.lines.models import LineKind

Label = Annotated[str, Field(min_length=1, max_length=40)]
Price = Annotated[Decimal, Field(max_digits=10, decimal_places=2)]
Discount = Annotated[Decimal, Field(max_digits=4, decimal_places=2)]
Quantity = Annotated[int, Field(ge=1, le=1_000)]
Amount = Annotated[
    Decimal, Field(max_digits=15, decimal_places=2, description="`price * quantity`.")
]
Share = Annotated[
    Decimal, Field(max_digits=15, decimal_places=2, description="Of each of the others.")
]
FullLabel = Annotated[str, Field(max_length=83, description='`label + " (" + label + ")"`.')]
IsLate = Annotated[bool, Field(description="`due < today`.")]


class LineCreate(Input):
    """A line to add."""

    project_id: UUID
    label: Label
    kind: LineKind
    price: Price
    discount: Discount | None = None
    quantity: Quantity
    due: date
    paid_at: Timestamp | None = None


class LineUpdate(Input):
    """What to change of a line; what is absent stays."""

    project_id: UUID | MISSING = MISSING
    label: Label | MISSING = MISSING
    kind: LineKind | MISSING = MISSING
    price: Price | MISSING = MISSING
    discount: Discount | MISSING | None = MISSING
    quantity: Quantity | MISSING = MISSING
    due: date | MISSING = MISSING
    paid_at: Timestamp | MISSING | None = MISSING


class LineRead(Output):
    """A line as callers see it."""

    id: UUID
    project_id: UUID
    label: str
    kind: LineKind
    price: Decimal
    discount: Decimal | None
    quantity: int
    due: date
    paid_at: datetime | None
    amount: Annotated[Decimal, Field(description="`price * quantity`.")]
    reduced: Annotated[Decimal, Field(description="`(price - discount) * quantity / 2`.")] | None
    share: Annotated[Decimal, Field(description="Of each of the others.")] | None
    full_label: Annotated[str, Field(description='`label + " (" + label + ")"`.')]
    is_late: Annotated[bool, Field(description="`due < today`.")]
    is_paid: Annotated[bool, Field(description="`now >= paid_at`.")] | None
    is_work: Annotated[bool, Field(description='`kind = "work"`.')]
    created_at: datetime
    updated_at: datetime


class LineQuery(CursorQuery):
    """Which lines to list, in what order, and how many."""

    sort: Literal[
        "created_at",
        "-created_at",
        "amount",
        "-amount",
        "reduced",
        "-reduced",
        "full_label",
        "-full_label",
        "is_work",
        "-is_work",
        "share",
        "-share",
    ] = "-created_at"
    amount: Amount | None = None
    amount__gte: Amount | None = None
    amount__lte: Amount | None = None
    is_late: IsLate | None = None
    full_label: FullLabel | None = None
    share: Share | None = None
    share__gte: Share | None = None
    share__lte: Share | None = None
