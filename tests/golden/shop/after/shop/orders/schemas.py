"""What callers send and receive about orders."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery, Timestamp
from pydantic import MISSING, Field

from shop.orders.models import OrderStatus

Address = Annotated[str, Field(max_length=500)]
RefundReason = Annotated[str, Field(max_length=255)]
OrderInclude = Literal["lines"]


class OrderCreate(Input):
    """An order to add."""

    address: Address | None = None


class OrderUpdate(Input):
    """What to change of an order; what is absent stays."""

    address: Address | MISSING | None = MISSING


class OrderRefund(Input):
    """What it takes to refund an order."""

    refund_reason: Annotated[str, Field(min_length=1, max_length=255)]
    restock: bool = True


class OrderRead(Output):
    """An order as callers see it."""

    id: UUID
    status: OrderStatus
    address: str | None
    placed_at: datetime | None
    refund_reason: str | None
    total: Annotated[Decimal, Field(description="Sum of lines.amount.")]
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class OrderSelection(Input):
    """Which orders, and in what order."""

    sort: Literal["created_at", "-created_at", "placed_at", "-placed_at", "total", "-total"] = (
        "-created_at"
    )
    status: OrderStatus | None = None
    placed_at__gte: Timestamp | None = None
    placed_at__lte: Timestamp | None = None


class OrderQuery(OrderSelection, PageQuery):
    """Which orders to list, in what order, and how many."""

    include: Sequence[OrderInclude] = ()
