"""The rules of books."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from bookshop.authors.repository import AuthorRepository
from bookshop.books.models import Book
from bookshop.books.repository import BookRepository
from bookshop.books.schemas import BookCreate, BookRead, BookUpdate
from bookshop.publishers.repository import PublisherRepository


class BookService(Service[Book, BookCreate, BookUpdate, BookRead]):
    """What can happen to a book; override a method to add a rule."""


async def get_books(session: Session, caller: CurrentCaller) -> BookService:
    """The service of books for this request and its caller."""
    return BookService(
        BookRepository(session, caller),
        author_id=AuthorRepository(session, caller),
        publisher_id=PublisherRepository(session, caller),
    )


Books = Annotated[BookService, Depends(get_books)]
