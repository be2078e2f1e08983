"""What callers send and receive about reviews."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output
from pydantic import MISSING, Field

ReviewText = Annotated[str, Field(max_length=2_000)]
ReviewInclude = Literal["book", "owner"]


class ReviewCreate(Input):
    """A review to add."""

    book_id: UUID
    text: ReviewText


class ReviewUpdate(Input):
    """What to change of a review; what is absent stays."""

    book_id: UUID | MISSING = MISSING
    text: ReviewText | MISSING = MISSING


class ReviewRead(Output):
    """A review as callers see it."""

    id: UUID
    book_id: UUID
    text: str
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class ReviewQuery(CursorQuery):
    """Which reviews to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    include: Sequence[ReviewInclude] = ()
