"""The rules of invoice lines."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from chinook.invoice_lines.models import InvoiceLine
from chinook.invoice_lines.repository import InvoiceLineRepository
from chinook.invoice_lines.schemas import InvoiceLineCreate, InvoiceLineRead, InvoiceLineUpdate
from chinook.invoices.repository import InvoiceRepository
from chinook.tracks.repository import TrackRepository


class InvoiceLineService(
    Service[InvoiceLine, InvoiceLineCreate, InvoiceLineUpdate, InvoiceLineRead]
):
    """What can happen to an invoice line; override a method to add a rule."""


async def get_invoice_lines(session: Session, caller: CurrentCaller) -> InvoiceLineService:
    """The service of invoice lines for this request and its caller."""
    return InvoiceLineService(
        InvoiceLineRepository(session, caller),
        invoice_id=InvoiceRepository(session, caller),
        track_id=TrackRepository(session, caller),
    )


InvoiceLines = Annotated[InvoiceLineService, Depends(get_invoice_lines)]
