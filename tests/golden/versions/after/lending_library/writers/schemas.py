"""What callers send and receive about writers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]
WriterInclude = Literal["books"]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class WriterCreate(Input):
    """A writer to add."""

    name: Name


class WriterUpdate(Input):
    """What to change of a writer; what is absent stays."""

    name: Name | MISSING = MISSING


class WriterRead(Output):
    """A writer as callers see it."""

    id: UUID
    name: str
    created_at: datetime
    updated_at: datetime


class WriterQuery(PageQuery):
    """Which writers to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name", "relevance"] = "relevance"
    q: Words | None = None
    include: Sequence[WriterInclude] = ()
