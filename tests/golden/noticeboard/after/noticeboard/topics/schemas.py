"""What callers send and receive about topics."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Output, PageQuery
from pydantic import Field

Name = Annotated[str, Field(min_length=1, max_length=60)]


class TopicRead(Output):
    """A topic as callers see it."""

    id: UUID
    name: str
    created_at: datetime
    updated_at: datetime


class TopicQuery(PageQuery):
    """Which topics to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
