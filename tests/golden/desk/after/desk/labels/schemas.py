"""What callers send and receive about labels."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=40)]


class LabelCreate(Input):
    """A label to add."""

    name: Name


class LabelUpdate(Input):
    """What to change of a label; what is absent stays."""

    name: Name | MISSING = MISSING


class LabelRead(Output):
    """A label as callers see it."""

    id: UUID
    name: str
    ticket_count: Annotated[int, Field(description="Count of tickets.")]
    created_at: datetime
    updated_at: datetime


class LabelQuery(PageQuery):
    """Which labels to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name", "ticket_count", "-ticket_count"] = (
        "-created_at"
    )
