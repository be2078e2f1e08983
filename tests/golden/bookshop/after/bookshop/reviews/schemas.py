"""What callers send and receive about reviews."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Rating = Annotated[int, Field(ge=1, le=5)]
Body = Annotated[str, Field(max_length=2_000)]
Words = Annotated[str, Field(max_length=200, description="Words to find in body.")]


class ReviewCreate(Input):
    """A review to add."""

    book_id: UUID
    rating: Rating
    body: Body


class ReviewUpdate(Input):
    """What to change of a review; what is absent stays."""

    book_id: UUID | MISSING = MISSING
    rating: Rating | MISSING = MISSING
    body: Body | MISSING = MISSING


class ReviewRead(Output):
    """A review as callers see it."""

    id: UUID
    book_id: UUID
    rating: int
    body: str
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class ReviewQuery(PageQuery):
    """Which reviews to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "rating", "-rating", "relevance"] = "relevance"
    q: Words | None = None
    book_id: UUID | None = None
    owner_id: UUID | None = None
    rating: Rating | None = None
    rating__gte: Rating | None = None
    rating__lte: Rating | None = None
