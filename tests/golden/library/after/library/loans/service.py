"""The rules of loans."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from library.books.repository import BookRepository
from library.loans.models import Loan
from library.loans.repository import LoanRepository
from library.loans.schemas import LoanCreate, LoanRead, LoanUpdate
from library.rooms.repository import RoomRepository


class LoanService(Service[Loan, LoanCreate, LoanUpdate, LoanRead]):
    """What can happen to a loan; override a method to add a rule."""


async def get_loans(session: Session, caller: CurrentCaller) -> LoanService:
    """The service of loans for this request and its caller."""
    return LoanService(
        LoanRepository(session, caller),
        book_id=BookRepository(session, caller),
        room_ids=RoomRepository(session, caller),
    )


Loans = Annotated[LoanService, Depends(get_loans)]
