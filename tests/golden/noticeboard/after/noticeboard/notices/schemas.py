"""What callers send and receive about notices."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import Field

Title = Annotated[str, Field(min_length=1, max_length=120)]
Body = Annotated[str, Field(max_length=10_000)]


class NoticeCreate(Input):
    """A notice to add."""

    title: Title
    body: Body
    topic_id: UUID | None = None


class NoticeRead(Output):
    """A notice as callers see it."""

    id: UUID
    title: str
    body: str
    topic_id: UUID | None
    created_at: datetime
    updated_at: datetime


class NoticeQuery(PageQuery):
    """Which notices to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    topic_id: UUID | None = None
