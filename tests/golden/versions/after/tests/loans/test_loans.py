"""Loans do what their policy and their schemas say."""

from keel.testing import ResourceTests

from lending_library.loans.repository import LoanRepository
from lending_library.loans.routes import router


class TestLoans(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = LoanRepository
