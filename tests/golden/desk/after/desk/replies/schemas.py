"""What callers send and receive about replies."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

ReplyText = Annotated[str, Field(min_length=1, max_length=2_000)]


class ReplyCreate(Input):
    """A reply to add."""

    text: ReplyText


class ReplyUpdate(Input):
    """What to change of a reply; what is absent stays."""

    text: ReplyText | MISSING = MISSING


class ReplyRead(Output):
    """A reply as callers see it."""

    id: UUID
    ticket_id: UUID
    text: str
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class ReplyQuery(PageQuery):
    """Which replies to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
