"""`POST /loans/{loan_id}/renew`: Lend a book for two more weeks.

A loan can be renewed twice, and only while nobody else waits for the book; who waits is asked in
the order in which they came.
"""

from typing import ClassVar

from keel.testing import Call, EndpointTests, unwritten

from lending_library.loans.models import Loan
from lending_library.loans.routes import router


class TestRenewLoan(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "renew_loan"
    rows: ClassVar = {"loan_id": Loan}

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `LoanService.renew`."""
        call.send().must_be(200, "the call is valid")
