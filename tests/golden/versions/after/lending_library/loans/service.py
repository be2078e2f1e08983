"""The rules of loans."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession

from lending_library.books.repository import BookRepository
from lending_library.loans.models import Loan
from lending_library.loans.repository import LoanRepository
from lending_library.loans.schemas import LoanCreate, LoanRead


class LoanService(Service[Loan, LoanCreate, Never, LoanRead]):
    """What can happen to a loan; override a method to add a rule."""


async def get_loans(session: Session, caller: CurrentCaller) -> LoanService:
    """The service of loans for this request and its caller."""
    return LoanService(
        LoanRepository(session, caller),
        book_id=BookRepository(session, caller),
    )


Loans = Annotated[LoanService, Depends(get_loans)]


async def get_loans_to_export(session: SnapshotSession, caller: CurrentCaller) -> LoanService:
    """The service of loans as they are at one moment, until the answer is sent."""
    return await get_loans(session, caller)


LoansToExport = Annotated[LoanService, Depends(get_loans_to_export)]
