"""The endpoints of loans."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks, PageQuery

from archive.loans.policy import POLICY
from archive.loans.schemas import LoanCreate, LoanDeleted, LoanQuery, LoanRead
from archive.loans.service import Loans

router = APIRouter(tags=["loans"])


@router.get("/papers/{paper_id}/loans", dependencies=[allow(POLICY.list)])
async def list_loans(
    paper_id: UUID, query: Annotated[LoanQuery, Query()], loans: Loans, links: PageLinks
) -> Page[LoanRead]:
    """List loans."""
    await loans.within(paper_id=paper_id)
    return links.add(await loans.page(query))


@router.post("/papers/{paper_id}/loans", status_code=201, dependencies=[allow(POLICY.create)])
async def create_loan(paper_id: UUID, body: LoanCreate, loans: Loans) -> LoanRead:
    """Add a loan."""
    await loans.within(paper_id=paper_id)
    return await loans.create(body)


@router.get("/loans/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_loans(
    query: Annotated[PageQuery, Query()], loans: Loans, links: PageLinks
) -> Page[LoanDeleted]:
    """List deleted loans, the last deleted first."""
    return links.add(await loans.deleted(query, LoanDeleted))


@router.get("/loans/{loan_id}", dependencies=[allow(POLICY.read)])
async def read_loan(loan_id: UUID, loans: Loans) -> LoanRead:
    """Read one loan."""
    return await loans.read(loan_id)


@router.delete("/loans/{loan_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_loan(loan_id: UUID, loans: Loans) -> None:
    """Delete a loan."""
    await loans.delete(loan_id)


@router.delete("/loans/deleted/{loan_id}", status_code=204, dependencies=[allow(POLICY.purge)])
async def purge_loan(loan_id: UUID, loans: Loans) -> None:
    """Delete a deleted loan for good."""
    await loans.purge(loan_id)
