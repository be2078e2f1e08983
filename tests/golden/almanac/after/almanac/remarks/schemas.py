"""What callers send and receive about remarks."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import Field

RemarkWords = Annotated[str, Field(min_length=1, max_length=2_000)]
Words = Annotated[str, Field(max_length=200, description="Words to find in words.")]


class RemarkCreate(Input):
    """A remark to add."""

    words: RemarkWords


class RemarkRead(Output):
    """A remark as callers see it."""

    id: UUID
    article_id: UUID
    words: str
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class RemarkQuery(PageQuery):
    """Which remarks to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
