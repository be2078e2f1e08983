"""Loans in the database."""

from keel.data import Repository

from library.loans.models import Loan, LoanRoom
from library.loans.policy import POLICY


class LoanRepository(Repository[Loan]):
    """Loans that the caller may reach."""

    policy = POLICY
    links = (LoanRoom,)
