"""Invoices in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from chinook.invoice_lines.repository import InvoiceLineRepository
from chinook.invoices.models import Invoice
from chinook.invoices.policy import POLICY


class InvoiceRepository(Repository[Invoice]):
    """Invoices that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each invoice, of rows that the caller may list."""
        invoice_lines = self.referring(InvoiceLineRepository, by="invoice_id")
        return {
            "line_count": invoice_lines.count(),
            "total": invoice_lines.sum("amount"),
        }
