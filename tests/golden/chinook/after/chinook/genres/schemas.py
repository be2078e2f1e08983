"""What callers send and receive about genres."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]


class GenreCreate(Input):
    """A genre to add."""

    name: Name


class GenreUpdate(Input):
    """What to change of a genre; what is absent stays."""

    name: Name | MISSING = MISSING


class GenreRead(Output):
    """A genre as callers see it."""

    id: UUID
    name: str
    track_count: Annotated[int, Field(description="Count of tracks.")]
    created_at: datetime
    updated_at: datetime


class GenreQuery(PageQuery):
    """Which genres to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name", "track_count", "-track_count"] = (
        "-created_at"
    )
