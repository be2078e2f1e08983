"""The rules of books."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from library.authors.repository import AuthorRepository
from library.books.models import Book
from library.books.repository import BookRepository
from library.books.schemas import BookCreate, BookRead, BookUpdate
from library.tags.repository import TagRepository
from library.users.repository import UserRepository


class BookService(Service[Book, BookCreate, BookUpdate, BookRead]):
    """What can happen to a book; override a method to add a rule."""


async def get_books(session: Session, caller: CurrentCaller) -> BookService:
    """The service of books for this request and its caller."""
    return BookService(
        BookRepository(session, caller),
        author_id=AuthorRepository(session, caller),
        editor_id=UserRepository(session, caller),
        tag_ids=TagRepository(session, caller),
        related_ids=BookRepository(session, caller),
        reader_ids=UserRepository(session, caller),
    )


Books = Annotated[BookService, Depends(get_books)]
