"""Tags with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Through
from pydantic import MISSING

from library.books.models import BookTag
from library.books.schemas import BookRead
from library.books.service import Books
from library.tags.schemas import TagRead
from library.tags.service import Tags


class TagWithIncludes(TagRead):
    """A tag, with what `include` asks for."""

    books: list[BookRead] | MISSING = MISSING


async def get_tags_with_includes(
    tags: Tags,
    books: Books,
) -> Including[TagWithIncludes]:
    """Tags for this request and its caller, with what it asks for."""
    return Including(
        tags,
        TagWithIncludes,
        books=Through(books, BookTag, back=True),
    )


TagsWithIncludes = Annotated[Including[TagWithIncludes], Depends(get_tags_with_includes)]
