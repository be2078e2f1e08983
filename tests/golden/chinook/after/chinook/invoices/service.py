"""The rules of invoices."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from chinook.customers.repository import CustomerRepository
from chinook.invoices.models import Invoice
from chinook.invoices.repository import InvoiceRepository
from chinook.invoices.schemas import InvoiceCreate, InvoiceRead, InvoiceUpdate


class InvoiceService(Service[Invoice, InvoiceCreate, InvoiceUpdate, InvoiceRead]):
    """What can happen to an invoice; override a method to add a rule."""


async def get_invoices(session: Session, caller: CurrentCaller) -> InvoiceService:
    """The service of invoices for this request and its caller."""
    return InvoiceService(
        InvoiceRepository(session, caller),
        customer_id=CustomerRepository(session, caller),
    )


Invoices = Annotated[InvoiceService, Depends(get_invoices)]
