"""Loans in the database."""

from keel.data import Repository

from lending_library.loans.models import Loan
from lending_library.loans.policy import POLICY


class LoanRepository(Repository[Loan]):
    """Loans that the caller may reach."""

    policy = POLICY
