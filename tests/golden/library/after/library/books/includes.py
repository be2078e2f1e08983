"""Books with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many, One, Only, Through
from pydantic import MISSING

from library.authors.schemas import AuthorRead
from library.authors.service import Authors
from library.books.models import BookReader, BookRelated, BookTag
from library.books.schemas import BookRead
from library.books.service import Books
from library.loans.schemas import LoanRead
from library.loans.service import Loans
from library.reviews.schemas import ReviewRead
from library.reviews.service import Reviews
from library.tags.schemas import TagRead
from library.tags.service import Tags
from library.users.schemas import UserRead
from library.users.service import Users


class BookWithIncludes(BookRead):
    """A book, with what `include` asks for."""

    author: AuthorRead | MISSING | None = MISSING
    editor: UserRead | MISSING | None = MISSING
    tags: list[TagRead] | MISSING = MISSING
    related: list[BookRead] | MISSING = MISSING
    readers: list[UserRead] | MISSING = MISSING
    reviews: list[ReviewRead] | MISSING = MISSING
    loan: LoanRead | MISSING | None = MISSING


async def get_books_with_includes(
    books: Books,
    authors: Authors,
    loans: Loans,
    reviews: Reviews,
    tags: Tags,
    users: Users,
) -> Including[BookWithIncludes]:
    """Books for this request and its caller, with what it asks for."""
    return Including(
        books,
        BookWithIncludes,
        author=One(authors, "author_id"),
        editor=One(users, "editor_id"),
        tags=Through(tags, BookTag),
        related=Through(books, BookRelated),
        readers=Through(users, BookReader),
        reviews=Many(reviews, "book_id"),
        loan=Only(loans, "book_id"),
    )


BooksWithIncludes = Annotated[Including[BookWithIncludes], Depends(get_books_with_includes)]
