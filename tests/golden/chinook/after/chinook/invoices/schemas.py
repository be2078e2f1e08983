"""What callers send and receive about invoices."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output, Timestamp
from pydantic import MISSING, Field

BillingAddress = Annotated[str, Field(min_length=1, max_length=70)]
BillingCity = Annotated[str, Field(min_length=1, max_length=40)]
BillingState = Annotated[str, Field(min_length=1, max_length=40)]
BillingCountry = Annotated[str, Field(min_length=1, max_length=40)]
BillingPostalCode = Annotated[str, Field(min_length=1, max_length=10)]
InvoiceInclude = Literal["customer", "invoice_lines"]
Total = Annotated[
    Decimal, Field(max_digits=15, decimal_places=2, description="Sum of invoice_lines.amount.")
]


class InvoiceCreate(Input):
    """An invoice to add."""

    customer_id: UUID
    invoiced: Timestamp
    billing_address: BillingAddress | None = None
    billing_city: BillingCity | None = None
    billing_state: BillingState | None = None
    billing_country: BillingCountry | None = None
    billing_postal_code: BillingPostalCode | None = None


class InvoiceUpdate(Input):
    """What to change of an invoice; what is absent stays."""

    customer_id: UUID | MISSING = MISSING
    invoiced: Timestamp | MISSING = MISSING
    billing_address: BillingAddress | MISSING | None = MISSING
    billing_city: BillingCity | MISSING | None = MISSING
    billing_state: BillingState | MISSING | None = MISSING
    billing_country: BillingCountry | MISSING | None = MISSING
    billing_postal_code: BillingPostalCode | MISSING | None = MISSING


class InvoiceRead(Output):
    """An invoice as callers see it."""

    id: UUID
    customer_id: UUID
    invoiced: datetime
    billing_address: str | None
    billing_city: str | None
    billing_state: str | None
    billing_country: str | None
    billing_postal_code: str | None
    line_count: Annotated[int, Field(description="Count of invoice_lines.")]
    total: Annotated[Decimal, Field(description="Sum of invoice_lines.amount.")]
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class InvoiceQuery(CursorQuery):
    """Which invoices to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "invoiced", "-invoiced", "total", "-total"] = (
        "-created_at"
    )
    customer_id: UUID | None = None
    invoiced__gte: Timestamp | None = None
    invoiced__lte: Timestamp | None = None
    billing_country: BillingCountry | None = None
    total: Total | None = None
    total__gte: Total | None = None
    total__lte: Total | None = None
    include: Sequence[InvoiceInclude] = ()
