"""What callers send and receive about albums."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Title = Annotated[str, Field(min_length=1, max_length=160)]
AlbumInclude = Literal["artist", "tracks"]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class AlbumCreate(Input):
    """An album to add."""

    title: Title
    artist_id: UUID


class AlbumUpdate(Input):
    """What to change of an album; what is absent stays."""

    title: Title | MISSING = MISSING
    artist_id: UUID | MISSING = MISSING


class AlbumRead(Output):
    """An album as callers see it."""

    id: UUID
    title: str
    artist_id: UUID
    track_count: Annotated[int, Field(description="Count of tracks.")]
    length_ms: Annotated[int, Field(description="Of all its tracks.")]
    created_at: datetime
    updated_at: datetime


class AlbumQuery(PageQuery):
    """Which albums to list, in what order, and how many."""

    sort: Literal[
        "created_at", "-created_at", "title", "-title", "track_count", "-track_count", "relevance"
    ] = "relevance"
    q: Words | None = None
    artist_id: UUID | None = None
    include: Sequence[AlbumInclude] = ()
