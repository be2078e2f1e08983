"""The endpoints of invoice lines."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from chinook.invoice_lines.includes import InvoiceLinesWithIncludes, InvoiceLineWithIncludes
from chinook.invoice_lines.policy import POLICY
from chinook.invoice_lines.schemas import (
    InvoiceLineCreate,
    InvoiceLineInclude,
    InvoiceLineQuery,
    InvoiceLineRead,
    InvoiceLineUpdate,
)
from chinook.invoice_lines.service import InvoiceLines

router = APIRouter(tags=["invoice_lines"])


@router.get("/invoices/{invoice_id}/invoice-lines", dependencies=[allow(POLICY.list)])
async def list_invoice_lines(
    invoice_id: UUID,
    query: Annotated[InvoiceLineQuery, Query()],
    invoice_lines: InvoiceLinesWithIncludes,
    links: PageLinks,
) -> Page[InvoiceLineWithIncludes]:
    """List invoice lines."""
    await invoice_lines.within(invoice_id=invoice_id)
    return links.add(await invoice_lines.page(query, query.include))


@router.post(
    "/invoices/{invoice_id}/invoice-lines",
    status_code=201,
    dependencies=[allow(POLICY.create)],
    responses=answers(Conflict),
)
async def create_invoice_line(
    invoice_id: UUID, body: InvoiceLineCreate, invoice_lines: InvoiceLines
) -> InvoiceLineRead:
    """Add an invoice line."""
    await invoice_lines.within(invoice_id=invoice_id)
    return await invoice_lines.create(body)


@router.get("/invoice-lines/{invoice_line_id}", dependencies=[allow(POLICY.read)])
async def read_invoice_line(
    invoice_line_id: UUID,
    invoice_lines: InvoiceLinesWithIncludes,
    include: Annotated[Sequence[InvoiceLineInclude], Query()] = (),
) -> InvoiceLineWithIncludes:
    """Read one invoice line."""
    return await invoice_lines.read(invoice_line_id, include)


@router.patch(
    "/invoice-lines/{invoice_line_id}",
    dependencies=[allow(POLICY.update)],
    responses=answers(Conflict),
)
async def update_invoice_line(
    invoice_line_id: UUID, body: InvoiceLineUpdate, invoice_lines: InvoiceLines
) -> InvoiceLineRead:
    """Change an invoice line; what the body leaves out stays."""
    return await invoice_lines.update(invoice_line_id, body)


@router.delete(
    "/invoice-lines/{invoice_line_id}", status_code=204, dependencies=[allow(POLICY.delete)]
)
async def delete_invoice_line(invoice_line_id: UUID, invoice_lines: InvoiceLines) -> None:
    """Delete an invoice line."""
    await invoice_lines.delete(invoice_line_id)
