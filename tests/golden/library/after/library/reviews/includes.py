"""Reviews with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One
from pydantic import MISSING

from library.books.schemas import BookRead
from library.books.service import Books
from library.reviews.schemas import ReviewRead
from library.reviews.service import Reviews
from library.users.schemas import UserRead
from library.users.service import Users


class ReviewWithIncludes(ReviewRead):
    """A review, with what `include` asks for."""

    book: BookRead | MISSING | None = MISSING
    owner: UserRead | MISSING | None = MISSING


async def get_reviews_with_includes(
    reviews: Reviews,
    books: Books,
    users: Users,
) -> Including[ReviewWithIncludes]:
    """Reviews for this request and its caller, with what it asks for."""
    return Including(
        reviews,
        ReviewWithIncludes,
        book=One(books, "book_id"),
        owner=One(users, "owner_id"),
    )


ReviewsWithIncludes = Annotated[Including[ReviewWithIncludes], Depends(get_reviews_with_includes)]
