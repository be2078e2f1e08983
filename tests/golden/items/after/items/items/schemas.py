"""What callers send and receive about items."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Title = Annotated[str, Field(min_length=1, max_length=255)]
Description = Annotated[str, Field(max_length=255)]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class ItemCreate(Input):
    """An item to add."""

    title: Title
    description: Description | None = None


class ItemUpdate(Input):
    """What to change of an item; what is absent stays."""

    title: Title | MISSING = MISSING
    description: Description | MISSING | None = MISSING


class ItemRead(Output):
    """An item as callers see it."""

    id: UUID
    title: str
    description: str | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class ItemQuery(PageQuery):
    """Which items to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
