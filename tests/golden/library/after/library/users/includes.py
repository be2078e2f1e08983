"""Users with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from library.books.schemas import BookRead
from library.books.service import Books
from library.reviews.schemas import ReviewRead
from library.reviews.service import Reviews
from library.users.schemas import UserRead
from library.users.service import Users


class UserWithIncludes(UserRead):
    """A user, with what `include` asks for."""

    reviews: list[ReviewRead] | MISSING = MISSING
    books_by_editor: list[BookRead] | MISSING = MISSING


async def get_users_with_includes(
    users: Users,
    books: Books,
    reviews: Reviews,
) -> Including[UserWithIncludes]:
    """Users for this request and its caller, with what it asks for."""
    return Including(
        users,
        UserWithIncludes,
        reviews=Many(reviews, "owner_id"),
        books_by_editor=Many(books, "editor_id"),
    )


UsersWithIncludes = Annotated[Including[UserWithIncludes], Depends(get_users_with_includes)]
