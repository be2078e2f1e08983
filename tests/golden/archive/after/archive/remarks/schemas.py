"""What callers send and receive about remarks."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import Field

RemarkText = Annotated[str, Field(max_length=2_000)]


class RemarkCreate(Input):
    """A remark to add."""

    paper_id: UUID | None = None
    text: RemarkText


class RemarkRead(Output):
    """A remark as callers see it."""

    id: UUID
    paper_id: UUID | None
    text: str
    created_at: datetime
    updated_at: datetime


class RemarkQuery(PageQuery):
    """Which remarks to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
