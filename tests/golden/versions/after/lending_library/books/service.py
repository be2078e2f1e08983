"""The rules of books."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession
from keel.problems import Unwritten

from lending_library.books.models import Book, BookStatus
from lending_library.books.repository import BookRepository
from lending_library.books.schemas import BookAnnotate, BookCreate, BookRead, BookUpdate
from lending_library.shelves.repository import ShelfRepository
from lending_library.writers.repository import WriterRepository


class BookService(Service[Book, BookCreate, BookUpdate, BookRead]):
    """What can happen to a book; override a method to add a rule."""

    async def longest(self) -> BookRead:
        """The book with the longest title."""
        raise Unwritten("To be written: The book with the longest title.")

    async def discard(self, book_id: UUID) -> BookRead:
        """Discard a book."""
        book = await self.row_for("discard", book_id, needs=("note",), status=BookStatus.KEPT)
        book.status = BookStatus.DISCARDED
        return await self.save(book)

    async def annotate(self, book_id: UUID, body: BookAnnotate) -> BookRead:
        """Annotate a book."""
        book = await self.row_for("annotate", book_id)
        book.note = body.note
        return await self.save(book)


async def get_books(session: Session, caller: CurrentCaller) -> BookService:
    """The service of books for this request and its caller."""
    return BookService(
        BookRepository(session, caller),
        writer_id=WriterRepository(session, caller),
        shelf_ids=ShelfRepository(session, caller),
    )


Books = Annotated[BookService, Depends(get_books)]


async def get_books_to_export(session: SnapshotSession, caller: CurrentCaller) -> BookService:
    """The service of books as they are at one moment, until the answer is sent."""
    return await get_books(session, caller)


BooksToExport = Annotated[BookService, Depends(get_books_to_export)]
