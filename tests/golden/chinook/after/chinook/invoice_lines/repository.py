"""Invoice lines in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from chinook.invoice_lines.models import InvoiceLine
from chinook.invoice_lines.policy import POLICY


class InvoiceLineRepository(Repository[InvoiceLine]):
    """Invoice lines that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each invoice line, of rows that the caller may list."""
        own = self.own
        return {
            "amount": own.price * own.quantity,
        }
