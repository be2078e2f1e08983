"""What callers send and receive about publishers."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery, Url
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class PublisherCreate(Input):
    """A publisher to add."""

    name: Name
    website: Url | None = None


class PublisherUpdate(Input):
    """What to change of a publisher; what is absent stays."""

    name: Name | MISSING = MISSING
    website: Url | MISSING | None = MISSING


class PublisherRead(Output):
    """A publisher as callers see it."""

    id: UUID
    name: str
    website: str | None
    created_at: datetime
    updated_at: datetime


class PublisherQuery(PageQuery):
    """Which publishers to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name", "relevance"] = "relevance"
    q: Words | None = None
