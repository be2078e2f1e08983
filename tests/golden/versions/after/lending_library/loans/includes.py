"""Loans with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One
from pydantic import MISSING

from lending_library.books.schemas import BookRead
from lending_library.books.service import Books
from lending_library.loans.schemas import LoanRead
from lending_library.loans.service import Loans


class LoanWithIncludes(LoanRead):
    """A loan, with what `include` asks for."""

    book: BookRead | MISSING | None = MISSING


async def get_loans_with_includes(
    loans: Loans,
    books: Books,
) -> Including[LoanWithIncludes]:
    """Loans for this request and its caller, with what it asks for."""
    return Including(
        loans,
        LoanWithIncludes,
        book=One(books, "book_id"),
    )


LoansWithIncludes = Annotated[Including[LoanWithIncludes], Depends(get_loans_with_includes)]
