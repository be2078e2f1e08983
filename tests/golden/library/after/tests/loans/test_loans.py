"""Loans do what their policy and their schemas say."""

from keel.testing import ResourceTests

from library.loans.repository import LoanRepository
from library.loans.routes import router


class TestLoans(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = LoanRepository
