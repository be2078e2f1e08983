"""`POST /loans/{loan_id}/hand-over/{heir_id}`: Let somebody else go on with a loan."""

from typing import ClassVar

from keel.testing import Call, EndpointTests, unwritten

from lending_library.loans.models import Loan
from lending_library.loans.routes import router


class TestHandOverLoan(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "hand_over_loan"
    rows: ClassVar = {"loan_id": Loan, "heir_id": Loan}

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `LoanService.hand_over`."""
        call.send().must_be(204, "the call is valid")
