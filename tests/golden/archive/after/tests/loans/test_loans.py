"""Loans do what their policy and their schemas say."""

from keel.testing import ResourceTests

from archive.loans.repository import LoanRepository
from archive.loans.routes import router


class TestLoans(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = LoanRepository
