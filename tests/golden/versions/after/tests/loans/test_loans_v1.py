"""Loans of v1 are those of today, as its clients know them."""

from keel.testing import OlderTests

from lending_library.loans.repository import LoanRepository
from lending_library.loans.v1 import SHAPE


class TestLoansV1(OlderTests):
    """The same rows, sent, shown, listed and refused by the names of then."""

    version = "v1"
    shape = SHAPE
    repository = LoanRepository
