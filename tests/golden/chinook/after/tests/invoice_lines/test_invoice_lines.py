"""Invoice lines do what their policy and their schemas say."""

from keel.testing import ResourceTests

from chinook.invoice_lines.repository import InvoiceLineRepository
from chinook.invoice_lines.routes import router


class TestInvoiceLines(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = InvoiceLineRepository
