"""What callers send and receive about invoice lines."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Price = Annotated[Decimal, Field(max_digits=10, decimal_places=2, ge=0)]
Quantity = Annotated[int, Field(ge=1, le=100)]
InvoiceLineInclude = Literal["track"]


class InvoiceLineCreate(Input):
    """An invoice line to add."""

    track_id: UUID
    price: Price
    quantity: Quantity = 1


class InvoiceLineUpdate(Input):
    """What to change of an invoice line; what is absent stays."""

    track_id: UUID | MISSING = MISSING
    price: Price | MISSING = MISSING
    quantity: Quantity | MISSING = MISSING


class InvoiceLineRead(Output):
    """An invoice line as callers see it."""

    id: UUID
    invoice_id: UUID
    track_id: UUID
    price: Decimal
    quantity: int
    amount: Annotated[Decimal, Field(description="`price * quantity`.")]
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class InvoiceLineQuery(PageQuery):
    """Which invoice lines to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "amount", "-amount"] = "-created_at"
    track_id: UUID | None = None
    include: Sequence[InvoiceLineInclude] = ()
