"""Customers in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from chinook.customers.models import Customer
from chinook.customers.policy import POLICY
from chinook.invoices.repository import InvoiceRepository


class CustomerRepository(Repository[Customer]):
    """Customers that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each customer, of rows that the caller may list."""
        invoices = self.referring(InvoiceRepository, by="customer_id")
        return {
            "invoice_count": invoices.count(),
        }
