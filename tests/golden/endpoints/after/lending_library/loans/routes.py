"""The endpoints of loans."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.edge import retires
from keel.problems import Conflict, Unwritten, answers

from lending_library.loans.policy import HAND_OVER_LOAN, POLICY, RENEW_LOAN
from lending_library.loans.schemas import LoanCreate, LoanQuery, LoanRead
from lending_library.loans.service import Loans

router = APIRouter(
    prefix="/loans",
    tags=["loans"],
    deprecated=True,
    dependencies=[retires(deprecated=date(2026, 12, 31), sunset=date(2027, 6, 30))],
)


@router.get("", dependencies=[allow(POLICY.list)])
async def list_loans(
    query: Annotated[LoanQuery, Query()], loans: Loans, links: PageLinks
) -> Page[LoanRead]:
    """List loans."""
    return links.add(await loans.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_loan(body: LoanCreate, loans: Loans) -> LoanRead:
    """Add a loan."""
    return await loans.create(body)


@router.get("/{loan_id}", dependencies=[allow(POLICY.read)])
async def read_loan(loan_id: UUID, loans: Loans) -> LoanRead:
    """Read one loan."""
    return await loans.read(loan_id)


@router.delete("/{loan_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_loan(loan_id: UUID, loans: Loans) -> None:
    """Delete a loan."""
    await loans.delete(loan_id)


@router.post(
    "/{loan_id}/renew", dependencies=[allow(RENEW_LOAN)], responses=answers(Conflict, Unwritten)
)
async def renew_loan(loan_id: UUID, loans: Loans) -> LoanRead:
    """Lend a book for two more weeks.

    A loan can be renewed twice, and only while nobody else waits for the book; who waits is asked
    in the order in which they came.
    """
    return await loans.renew(loan_id)


@router.post(
    "/{loan_id}/hand-over/{heir_id}",
    status_code=204,
    dependencies=[allow(HAND_OVER_LOAN)],
    responses=answers(Unwritten),
)
async def hand_over_loan(loan_id: UUID, heir_id: UUID, loans: Loans) -> None:
    """Let somebody else go on with a loan."""
    await loans.hand_over(loan_id, heir_id)
