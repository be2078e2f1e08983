"""What callers send and receive about lines."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Quantity = Annotated[int, Field(ge=1, le=1_000)]
Price = Annotated[Decimal, Field(max_digits=10, decimal_places=2, ge=0)]
LineInclude = Literal["product"]


class LineCreate(Input):
    """A line to add."""

    product_id: UUID
    quantity: Quantity


class LineUpdate(Input):
    """What to change of a line; what is absent stays."""

    product_id: UUID | MISSING = MISSING
    quantity: Quantity | MISSING = MISSING


class LineRead(Output):
    """A line as callers see it."""

    id: UUID
    order_id: UUID
    product_id: UUID
    quantity: int
    price: Decimal
    amount: Annotated[Decimal, Field(description="`price * quantity`.")]
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class LineQuery(PageQuery):
    """Which lines to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    include: Sequence[LineInclude] = ()
