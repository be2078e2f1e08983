"""The endpoints of loans."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from library.loans.policy import POLICY
from library.loans.schemas import LoanCreate, LoanQuery, LoanRead, LoanUpdate
from library.loans.service import Loans

router = APIRouter(prefix="/loans", tags=["loans"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_loans(
    query: Annotated[LoanQuery, Query()], loans: Loans, links: PageLinks
) -> Page[LoanRead]:
    """List loans."""
    return links.add(await loans.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_loan(body: LoanCreate, loans: Loans) -> LoanRead:
    """Add a loan."""
    return await loans.create(body)


@router.get("/{loan_id}", dependencies=[allow(POLICY.read)])
async def read_loan(loan_id: UUID, loans: Loans) -> LoanRead:
    """Read one loan."""
    return await loans.read(loan_id)


@router.patch("/{loan_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_loan(loan_id: UUID, body: LoanUpdate, loans: Loans) -> LoanRead:
    """Change a loan; what the body leaves out stays."""
    return await loans.update(loan_id, body)


@router.delete("/{loan_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_loan(loan_id: UUID, loans: Loans) -> None:
    """Delete a loan."""
    await loans.delete(loan_id)
