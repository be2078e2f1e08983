"""What callers send and receive about playlists."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Ids, Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]
TrackIds = Annotated[Ids, Field(max_length=1000)]
PlaylistInclude = Literal["tracks"]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class PlaylistCreate(Input):
    """A playlist to add."""

    name: Name
    track_ids: TrackIds = Field(default=[])


class PlaylistUpdate(Input):
    """What to change of a playlist; what is absent stays."""

    name: Name | MISSING = MISSING
    track_ids: TrackIds | MISSING = MISSING


class PlaylistRead(Output):
    """A playlist as callers see it."""

    id: UUID
    name: str
    track_count: Annotated[int, Field(description="Count of tracks.")]
    length_ms: Annotated[int, Field(description="Of all its tracks.")]
    track_ids: list[UUID]
    created_at: datetime
    updated_at: datetime


class PlaylistQuery(PageQuery):
    """Which playlists to list, in what order, and how many."""

    sort: Literal[
        "created_at", "-created_at", "name", "-name", "track_count", "-track_count", "relevance"
    ] = "relevance"
    q: Words | None = None
    track_ids: UUID | None = None
    track_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None
    include: Sequence[PlaylistInclude] = ()
