"""The rules of loans."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SoftDeleteService

from archive.loans.models import Loan
from archive.loans.repository import LoanRepository
from archive.loans.schemas import LoanCreate, LoanRead
from archive.papers.repository import PaperRepository


class LoanService(SoftDeleteService[Loan, LoanCreate, Never, LoanRead]):
    """What can happen to a loan; override a method to add a rule."""


async def get_loans(session: Session, caller: CurrentCaller) -> LoanService:
    """The service of loans for this request and its caller."""
    return LoanService(
        LoanRepository(session, caller),
        paper_id=PaperRepository(session, caller),
    )


Loans = Annotated[LoanService, Depends(get_loans)]
