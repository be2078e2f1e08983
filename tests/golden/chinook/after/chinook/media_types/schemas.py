"""What callers send and receive about media types."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]


class MediaTypeCreate(Input):
    """A media type to add."""

    name: Name


class MediaTypeUpdate(Input):
    """What to change of a media type; what is absent stays."""

    name: Name | MISSING = MISSING


class MediaTypeRead(Output):
    """A media type as callers see it."""

    id: UUID
    name: str
    created_at: datetime
    updated_at: datetime


class MediaTypeQuery(PageQuery):
    """Which media types to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name"] = "-created_at"
