"""What callers send and receive about labels."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import Field

Name = Annotated[str, Field(min_length=1, max_length=40)]


class LabelCreate(Input):
    """A label to add."""

    name: Name


class LabelRead(Output):
    """A label as callers see it."""

    id: UUID
    name: str
    final_count: Annotated[int, Field(description="Count of papers where status = final.")]
    created_at: datetime
    updated_at: datetime


class LabelQuery(PageQuery):
    """Which labels to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"


class LabelDeleted(LabelRead):
    """A label that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
