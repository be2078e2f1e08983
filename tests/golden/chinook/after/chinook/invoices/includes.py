"""Invoices with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many, One
from pydantic import MISSING

from chinook.customers.schemas import CustomerRead
from chinook.customers.service import Customers
from chinook.invoice_lines.schemas import InvoiceLineRead
from chinook.invoice_lines.service import InvoiceLines
from chinook.invoices.schemas import InvoiceRead
from chinook.invoices.service import Invoices


class InvoiceWithIncludes(InvoiceRead):
    """An invoice, with what `include` asks for."""

    customer: CustomerRead | MISSING | None = MISSING
    invoice_lines: list[InvoiceLineRead] | MISSING = MISSING


async def get_invoices_with_includes(
    invoices: Invoices,
    customers: Customers,
    invoice_lines: InvoiceLines,
) -> Including[InvoiceWithIncludes]:
    """Invoices for this request and its caller, with what it asks for."""
    return Including(
        invoices,
        InvoiceWithIncludes,
        customer=One(customers, "customer_id"),
        invoice_lines=Many(invoice_lines, "invoice_id"),
    )


InvoicesWithIncludes = Annotated[
    Including[InvoiceWithIncludes], Depends(get_invoices_with_includes)
]
