"""The endpoints of loans."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, ExportResponse, PageLinks, exported
from keel.edge import retires

from lending_library.loans.includes import LoansWithIncludes, LoanWithIncludes
from lending_library.loans.policy import POLICY
from lending_library.loans.schemas import (
    LoanCreate,
    LoanInclude,
    LoanQuery,
    LoanRead,
    LoanSelection,
)
from lending_library.loans.service import Loans, LoansToExport

router = APIRouter(tags=["loans"], dependencies=[retires(sunset=date(2027, 3, 31))])


@router.get("/books/{book_id}/loans", dependencies=[allow(POLICY.list)])
async def list_loans(
    book_id: UUID, query: Annotated[LoanQuery, Query()], loans: LoansWithIncludes, links: PageLinks
) -> CursorPage[LoanWithIncludes]:
    """List loans."""
    await loans.within(book_id=book_id)
    return links.add(await loans.cursor_page(query, query.include))


@router.post("/books/{book_id}/loans", status_code=201, dependencies=[allow(POLICY.create)])
async def create_loan(book_id: UUID, body: LoanCreate, loans: Loans) -> LoanRead:
    """Add a loan."""
    await loans.within(book_id=book_id)
    return await loans.create(body)


@router.get(
    "/books/{book_id}/loans/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("jsonl"),
)
async def export_loans(
    book_id: UUID,
    file_format: Literal["jsonl"],
    query: Annotated[LoanSelection, Query()],
    loans: LoansToExport,
) -> ExportResponse:
    """Export loans: a file of all that the list has."""
    return ExportResponse.of(loans, query, file_format, book_id=book_id)


@router.get("/loans/{loan_id}", dependencies=[allow(POLICY.read)])
async def read_loan(
    loan_id: UUID, loans: LoansWithIncludes, include: Annotated[Sequence[LoanInclude], Query()] = ()
) -> LoanWithIncludes:
    """Read one loan."""
    return await loans.read(loan_id, include)


@router.delete("/loans/{loan_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_loan(loan_id: UUID, loans: Loans) -> None:
    """Delete a loan."""
    await loans.delete(loan_id)
