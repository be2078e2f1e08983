"""The endpoints of books."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from library.books.includes import BooksWithIncludes, BookWithIncludes
from library.books.policy import POLICY
from library.books.schemas import BookCreate, BookInclude, BookQuery, BookRead, BookUpdate
from library.books.service import Books

router = APIRouter(prefix="/books", tags=["books"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_books(
    query: Annotated[BookQuery, Query()], books: BooksWithIncludes, links: PageLinks
) -> Page[BookWithIncludes]:
    """List books."""
    return links.add(await books.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_book(body: BookCreate, books: Books) -> BookRead:
    """Add a book."""
    return await books.create(body)


@router.get("/{book_id}", dependencies=[allow(POLICY.read)])
async def read_book(
    book_id: UUID, books: BooksWithIncludes, include: Annotated[Sequence[BookInclude], Query()] = ()
) -> BookWithIncludes:
    """Read one book."""
    return await books.read(book_id, include)


@router.patch("/{book_id}", dependencies=[allow(POLICY.update)])
async def update_book(book_id: UUID, body: BookUpdate, books: Books) -> BookRead:
    """Change a book; what the body leaves out stays."""
    return await books.update(book_id, body)


@router.delete("/{book_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_book(book_id: UUID, books: Books) -> None:
    """Delete a book."""
    await books.delete(book_id)
