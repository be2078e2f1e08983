"""The endpoints of invoices."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks

from chinook.invoices.includes import InvoicesWithIncludes, InvoiceWithIncludes
from chinook.invoices.policy import POLICY
from chinook.invoices.schemas import (
    InvoiceCreate,
    InvoiceInclude,
    InvoiceQuery,
    InvoiceRead,
    InvoiceUpdate,
)
from chinook.invoices.service import Invoices

router = APIRouter(prefix="/invoices", tags=["invoices"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_invoices(
    query: Annotated[InvoiceQuery, Query()], invoices: InvoicesWithIncludes, links: PageLinks
) -> CursorPage[InvoiceWithIncludes]:
    """List invoices."""
    return links.add(await invoices.cursor_page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_invoice(body: InvoiceCreate, invoices: Invoices) -> InvoiceRead:
    """Add an invoice."""
    return await invoices.create(body)


@router.get("/{invoice_id}", dependencies=[allow(POLICY.read)])
async def read_invoice(
    invoice_id: UUID,
    invoices: InvoicesWithIncludes,
    include: Annotated[Sequence[InvoiceInclude], Query()] = (),
) -> InvoiceWithIncludes:
    """Read one invoice."""
    return await invoices.read(invoice_id, include)


@router.patch("/{invoice_id}", dependencies=[allow(POLICY.update)])
async def update_invoice(invoice_id: UUID, body: InvoiceUpdate, invoices: Invoices) -> InvoiceRead:
    """Change an invoice; what the body leaves out stays."""
    return await invoices.update(invoice_id, body)


@router.delete("/{invoice_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_invoice(invoice_id: UUID, invoices: Invoices) -> None:
    """Delete an invoice."""
    await invoices.delete(invoice_id)
