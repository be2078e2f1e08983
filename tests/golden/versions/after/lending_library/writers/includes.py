"""Writers with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from lending_library.books.schemas import BookRead
from lending_library.books.service import Books
from lending_library.writers.schemas import WriterRead
from lending_library.writers.service import Writers


class WriterWithIncludes(WriterRead):
    """A writer, with what `include` asks for."""

    books: list[BookRead] | MISSING = MISSING


async def get_writers_with_includes(
    writers: Writers,
    books: Books,
) -> Including[WriterWithIncludes]:
    """Writers for this request and its caller, with what it asks for."""
    return Including(
        writers,
        WriterWithIncludes,
        books=Many(books, "writer_id"),
    )


WritersWithIncludes = Annotated[Including[WriterWithIncludes], Depends(get_writers_with_includes)]
