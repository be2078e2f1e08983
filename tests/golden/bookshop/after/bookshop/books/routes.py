"""The endpoints of books."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks
from keel.problems import Conflict, answers

from bookshop.books.policy import POLICY
from bookshop.books.schemas import BookCreate, BookQuery, BookRead, BookUpdate
from bookshop.books.service import Books

router = APIRouter(prefix="/books", tags=["books"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_books(
    query: Annotated[BookQuery, Query()], books: Books, links: PageLinks
) -> CursorPage[BookRead]:
    """List books."""
    return links.add(await books.cursor_page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_book(body: BookCreate, books: Books) -> BookRead:
    """Add a book."""
    return await books.create(body)


@router.get("/{book_id}", dependencies=[allow(POLICY.read)])
async def read_book(book_id: UUID, books: Books) -> BookRead:
    """Read one book."""
    return await books.read(book_id)


@router.patch("/{book_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_book(book_id: UUID, body: BookUpdate, books: Books) -> BookRead:
    """Change a book; what the body leaves out stays."""
    return await books.update(book_id, body)


@router.delete("/{book_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_book(book_id: UUID, books: Books) -> None:
    """Delete a book."""
    await books.delete(book_id)
