"""What callers send and receive about tags."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=40)]
TagInclude = Literal["books"]
BookCount = Annotated[int, Field(ge=0, le=MAX_INT, description="Count of books.")]


class TagCreate(Input):
    """A tag to add."""

    name: Name


class TagUpdate(Input):
    """What to change of a tag; what is absent stays."""

    name: Name | MISSING = MISSING


class TagRead(Output):
    """A tag as callers see it."""

    id: UUID
    name: str
    book_count: Annotated[int, Field(description="Count of books.")]
    created_at: datetime
    updated_at: datetime


class TagQuery(PageQuery):
    """Which tags to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "book_count", "-book_count"] = "-created_at"
    book_count: BookCount | None = None
    book_count__gte: BookCount | None = None
    book_count__lte: BookCount | None = None
    include: Sequence[TagInclude] = ()
