"""Invoices do what their policy and their schemas say."""

from keel.testing import ResourceTests

from chinook.invoices.repository import InvoiceRepository
from chinook.invoices.routes import router


class TestInvoices(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = InvoiceRepository
