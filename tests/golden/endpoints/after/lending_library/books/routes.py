"""The endpoints of books."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.edge import retires
from keel.problems import Conflict, Unwritten, answers

from lending_library.books.policy import POLICY, POPULAR_BOOKS, RESTOCK_BOOK
from lending_library.books.schemas import (
    BookCreate,
    BookQuery,
    BookRead,
    BookUpdate,
    PopularBooksQuery,
    RestockBook,
)
from lending_library.books.service import Books

router = APIRouter(prefix="/books", tags=["books"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_books(
    query: Annotated[BookQuery, Query()], books: Books, links: PageLinks
) -> Page[BookRead]:
    """List books."""
    return links.add(await books.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_book(body: BookCreate, books: Books) -> BookRead:
    """Add a book."""
    return await books.create(body)


@router.get(
    "/popular",
    deprecated=True,
    dependencies=[allow(POPULAR_BOOKS), retires(deprecated=date(2027, 1, 1))],
    responses=answers(Unwritten),
)
async def popular_books(
    query: Annotated[PopularBooksQuery, Query()], books: Books
) -> list[BookRead]:
    """Show the books that are lent most."""
    return await books.popular(query)


@router.get("/{book_id}", dependencies=[allow(POLICY.read)])
async def read_book(book_id: UUID, books: Books) -> BookRead:
    """Read one book."""
    return await books.read(book_id)


@router.patch("/{book_id}", dependencies=[allow(POLICY.update)])
async def update_book(book_id: UUID, body: BookUpdate, books: Books) -> BookRead:
    """Change a book; what the body leaves out stays."""
    return await books.update(book_id, body)


@router.delete(
    "/{book_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_book(book_id: UUID, books: Books) -> None:
    """Delete a book."""
    await books.delete(book_id)


@router.post("/{book_id}/restock", dependencies=[allow(RESTOCK_BOOK)], responses=answers(Unwritten))
async def restock_book(book_id: UUID, body: RestockBook, books: Books) -> BookRead:
    """Put more copies of a book on the shelf."""
    return await books.restock(book_id, body)
