"""The endpoints of books."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import ExportResponse, Page, PageLinks, exported
from keel.problems import Conflict, Unwritten, answers

from lending_library.books.policy import LONGEST_BOOKS, POLICY
from lending_library.books.schemas import (
    BookAnnotate,
    BookCreate,
    BookQuery,
    BookRead,
    BookSelection,
    BookUpdate,
)
from lending_library.books.service import Books, BooksToExport

router = APIRouter(prefix="/books", tags=["books"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_books(
    query: Annotated[BookQuery, Query()], books: Books, links: PageLinks
) -> Page[BookRead]:
    """List books."""
    return links.add(await books.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_book(body: BookCreate, books: Books) -> BookRead:
    """Add a book."""
    return await books.create(body)


@router.get("/longest", dependencies=[allow(LONGEST_BOOKS)], responses=answers(Unwritten))
async def longest_books(books: Books) -> BookRead:
    """The book with the longest title."""
    return await books.longest()


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv", "jsonl"),
)
async def export_books(
    file_format: Literal["csv", "jsonl"],
    query: Annotated[BookSelection, Query()],
    books: BooksToExport,
) -> ExportResponse:
    """Export books: a file of all that the list has."""
    return ExportResponse.of(books, query, file_format)


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


@router.post(
    "/{book_id}/discard",
    dependencies=[allow(POLICY.action("discard"))],
    responses=answers(Conflict),
)
async def discard_book(book_id: UUID, books: Books) -> BookRead:
    """Discard a book."""
    return await books.discard(book_id)


@router.post(
    "/{book_id}/annotate",
    dependencies=[allow(POLICY.action("annotate"))],
    responses=answers(Conflict),
)
async def annotate_book(book_id: UUID, body: BookAnnotate, books: Books) -> BookRead:
    """Annotate a book."""
    return await books.annotate(book_id, body)
