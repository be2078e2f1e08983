"""Loans in the database."""

from keel.data import Repository

from archive.loans.models import Loan
from archive.loans.policy import POLICY


class LoanRepository(Repository[Loan]):
    """Loans that the caller may reach."""

    policy = POLICY
