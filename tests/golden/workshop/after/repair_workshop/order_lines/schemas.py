"""What callers send and receive about order lines."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Email, Input, Json, Output, Timestamp, Url
from pydantic import MISSING, Field

from repair_workshop.order_lines.models import OrderLineKind, OrderLineState

Label = Annotated[
    str,
    Field(
        min_length=3, max_length=80, description='What it is called; "quoted".', examples=["A\\B"]
    ),
]
Notes = Annotated[str, Field(max_length=5_000)]
Quantity = Annotated[int, Field(ge=1, le=99)]
Serial = Annotated[int, Field(ge=-9_000_000_000, le=9_000_000_000)]
Weight = Annotated[float, Field(ge=0.5)]
Discount = Annotated[float, Field(le=1.0)]
Price = Annotated[
    Decimal, Field(max_digits=12, decimal_places=3, ge=Decimal("0.001"), le=Decimal("999.5"))
]
Vat = Annotated[Decimal, Field(max_digits=4, decimal_places=2)]
Code = Annotated[str, Field(min_length=4, max_length=8, pattern=r"^[A-Z]{2}\d+$")]
Remark = Annotated[str, Field(min_length=5, max_length=40, pattern='"')]
Refund = Annotated[Decimal, Field(max_digits=6, decimal_places=2, le=Decimal("-0.5"))]
Secret = Annotated[str, Field(min_length=8, max_length=64)]
Part = Annotated[str, Field(max_length=200)]
Words = Annotated[str, Field(max_length=200, description="Words to find in label and notes.")]


class OrderLineCreate(Input):
    """An order line to add."""

    label: Label
    notes: Notes | None = None
    quantity: Quantity = 1
    serial: Serial
    weight: Weight
    discount: Discount | None = 0.25
    price: Price
    vat: Vat | None = Decimal("19")
    urgent: bool = False
    due: date
    picked: date = date.fromisoformat("2026-01-31")
    started: Timestamp | None = None
    opened: Timestamp = datetime.fromisoformat("2026-01-31T07:00:00Z")
    external: UUID
    batch: UUID = UUID("0192d6f0-0000-7000-8000-000000000000")
    contact: Email | None = None
    reply_to: Email = "desk@example.com"
    manual: Url | None = None
    home: Url = "https://example.com/"
    extra: Json | None = None
    details: Json
    state: OrderLineState = OrderLineState.IN_PROGRESS
    kind: OrderLineKind
    parent_id: UUID | None = None
    team_id: UUID
    helper_id: UUID | None = None
    code: Code
    remark: Remark
    refund: Refund
    secret: Secret | None = None


class OrderLineUpdate(Input):
    """What to change of an order line; what is absent stays."""

    label: Label | MISSING = MISSING
    notes: Notes | MISSING | None = MISSING
    quantity: Quantity | MISSING = MISSING
    serial: Serial | MISSING = MISSING
    weight: Weight | MISSING = MISSING
    discount: Discount | MISSING | None = MISSING
    price: Price | MISSING = MISSING
    vat: Vat | MISSING | None = MISSING
    urgent: bool | MISSING = MISSING
    due: date | MISSING = MISSING
    picked: date | MISSING = MISSING
    started: Timestamp | MISSING | None = MISSING
    opened: Timestamp | MISSING = MISSING
    external: UUID | MISSING = MISSING
    batch: UUID | MISSING = MISSING
    contact: Email | MISSING | None = MISSING
    reply_to: Email | MISSING = MISSING
    manual: Url | MISSING | None = MISSING
    home: Url | MISSING = MISSING
    extra: Json | MISSING | None = MISSING
    details: Json | MISSING = MISSING
    state: OrderLineState | MISSING = MISSING
    kind: OrderLineKind | MISSING = MISSING
    parent_id: UUID | MISSING | None = MISSING
    team_id: UUID | MISSING = MISSING
    helper_id: UUID | MISSING | None = MISSING
    code: Code | MISSING = MISSING
    remark: Remark | MISSING = MISSING
    refund: Refund | MISSING = MISSING
    secret: Secret | MISSING | None = MISSING


class OrderLineRead(Output):
    """An order line as callers see it."""

    id: UUID
    label: Annotated[str, Field(description='What it is called; "quoted".', examples=["A\\B"])]
    notes: str | None
    quantity: int
    serial: int
    weight: float
    discount: float | None
    price: Decimal
    vat: Decimal | None
    urgent: bool
    due: date
    picked: date
    started: datetime | None
    opened: datetime
    external: UUID
    batch: UUID
    contact: str | None
    reply_to: str
    manual: str | None
    home: str
    extra: Json | None
    details: Json
    state: OrderLineState
    kind: OrderLineKind
    parent_id: UUID | None
    team_id: UUID
    helper_id: UUID | None
    code: str
    remark: str
    refund: Decimal
    approved: bool | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class OrderLineQuery(CursorQuery):
    """Which order lines to list, in what order, and how many."""

    limit: Annotated[int, Field(ge=1, le=500)] = 10
    sort: Literal[
        "created_at",
        "-created_at",
        "label",
        "-label",
        "price",
        "-price",
        "due",
        "-due",
        "updated_at",
        "-updated_at",
        "relevance",
    ] = "relevance"
    q: Words | None = None
    label: Label | None = None
    label__ne: Label | None = None
    label__in: Annotated[list[Label], Field(max_length=100)] | None = None
    label__contains: Part | None = None
    label__startswith: Part | None = None
    notes__contains: Part | None = None
    notes__is_null: bool | None = None
    quantity: Quantity | None = None
    quantity__ne: Quantity | None = None
    quantity__in: Annotated[list[Quantity], Field(max_length=100)] | None = None
    quantity__gt: Quantity | None = None
    quantity__gte: Quantity | None = None
    quantity__lt: Quantity | None = None
    quantity__lte: Quantity | None = None
    price__gte: Price | None = None
    price__lte: Price | None = None
    urgent: bool | None = None
    due__gte: date | None = None
    due__lte: date | None = None
    state: OrderLineState | None = None
    state__in: Annotated[list[OrderLineState], Field(max_length=100)] | None = None
    team_id: UUID | None = None
    team_id__in: Annotated[list[UUID], Field(max_length=100)] | None = None
    owner_id: UUID | None = None
    created_at__gte: Timestamp | None = None
    created_at__lt: Timestamp | None = None
    parent_id__is_null: bool | None = None
