"""The rules of loans."""

from typing import Annotated, Never
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session
from keel.problems import Unwritten

from lending_library.books.repository import BookRepository
from lending_library.loans.models import Loan
from lending_library.loans.policy import HAND_OVER_LOAN, RENEW_LOAN
from lending_library.loans.repository import LoanRepository
from lending_library.loans.schemas import LoanCreate, LoanRead


class LoanService(Service[Loan, LoanCreate, Never, LoanRead]):
    """What can happen to a loan; override a method to add a rule."""

    async def renew(self, loan_id: UUID) -> LoanRead:
        """Lend a book for two more weeks.

        A loan can be renewed twice, and only while nobody else waits for the book; who waits is
        asked in the order in which they came.

        Raises:
            NotFound: There is no such row, or none that the caller may read.
            Forbidden: It belongs to somebody else.
        """
        loan = await self.repository.get(loan_id, lock=True)
        await self.repository.require(RENEW_LOAN, loan)
        raise Unwritten(
            "To be written: Lend a book for two more weeks. A loan can be renewed "
            "twice, and only while nobody else waits for the book; who waits is asked"
            " in the order in which they came."
        )

    async def hand_over(self, loan_id: UUID, heir_id: UUID) -> None:
        """Let somebody else go on with a loan.

        Raises:
            NotFound: There is no such row, or none that the caller may read.
            Forbidden: It belongs to somebody else.
        """
        loan = await self.repository.get(loan_id, lock=True)
        await self.repository.require(HAND_OVER_LOAN, loan)
        await self.repository.get(heir_id, lock=True)
        raise Unwritten("To be written: Let somebody else go on with a loan.")


async def get_loans(session: Session, caller: CurrentCaller) -> LoanService:
    """The service of loans for this request and its caller."""
    return LoanService(
        LoanRepository(session, caller),
        book_id=BookRepository(session, caller),
    )


Loans = Annotated[LoanService, Depends(get_loans)]
