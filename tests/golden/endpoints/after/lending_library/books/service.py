"""The rules of books."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session
from keel.problems import Unwritten

from lending_library.books.models import Book
from lending_library.books.repository import BookRepository
from lending_library.books.schemas import (
    BookCreate,
    BookRead,
    BookUpdate,
    PopularBooksQuery,
    RestockBook,
)


class BookService(Service[Book, BookCreate, BookUpdate, BookRead]):
    """What can happen to a book; override a method to add a rule."""

    async def popular(self, query: PopularBooksQuery) -> list[BookRead]:
        """Show the books that are lent most."""
        raise Unwritten("To be written: Show the books that are lent most.")

    async def restock(self, book_id: UUID, body: RestockBook) -> BookRead:
        """Put more copies of a book on the shelf.

        Raises:
            NotFound: There is no such row, or none that the caller may read.
        """
        await self.repository.get(book_id, lock=True)
        raise Unwritten("To be written: Put more copies of a book on the shelf.")


async def get_books(session: Session, caller: CurrentCaller) -> BookService:
    """The service of books for this request and its caller."""
    return BookService(BookRepository(session, caller))


Books = Annotated[BookService, Depends(get_books)]
