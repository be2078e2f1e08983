"""Authors with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from library.authors.schemas import AuthorRead
from library.authors.service import Authors
from library.books.schemas import BookRead
from library.books.service import Books


class AuthorWithIncludes(AuthorRead):
    """An author, with what `include` asks for."""

    books: list[BookRead] | MISSING = MISSING


async def get_authors_with_includes(
    authors: Authors,
    books: Books,
) -> Including[AuthorWithIncludes]:
    """Authors for this request and its caller, with what it asks for."""
    return Including(
        authors,
        AuthorWithIncludes,
        books=Many(books, "author_id"),
    )


AuthorsWithIncludes = Annotated[Including[AuthorWithIncludes], Depends(get_authors_with_includes)]
