"""What callers send and receive about tracks."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, CursorQuery, Input, Output
from keel.data.bulk import Identified
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=200)]
Composer = Annotated[str, Field(min_length=1, max_length=220)]
LengthMs = Annotated[int, Field(ge=1, le=MAX_INT, examples=[215_000])]
SizeBytes = Annotated[int, Field(ge=1, le=MAX_INT)]
Price = Annotated[Decimal, Field(max_digits=10, decimal_places=2, ge=0)]
TrackInclude = Literal["album", "genre", "media_type"]
Words = Annotated[str, Field(max_length=200, description="Words to find in name and composer.")]


class TrackCreate(Input):
    """A track to add."""

    name: Name
    composer: Composer | None = None
    album_id: UUID | None = None
    genre_id: UUID | None = None
    media_type_id: UUID
    length_ms: LengthMs
    size_bytes: SizeBytes | None = None
    price: Price


class TrackUpdate(Input):
    """What to change of a track; what is absent stays."""

    name: Name | MISSING = MISSING
    composer: Composer | MISSING | None = MISSING
    album_id: UUID | MISSING | None = MISSING
    genre_id: UUID | MISSING | None = MISSING
    media_type_id: UUID | MISSING = MISSING
    length_ms: LengthMs | MISSING = MISSING
    size_bytes: SizeBytes | MISSING | None = MISSING
    price: Price | MISSING = MISSING


class TrackBulkUpdate(TrackUpdate, Identified):
    """What to change of one track among several; what is absent stays."""


class TrackRead(Output):
    """A track as callers see it."""

    id: UUID
    name: str
    composer: str | None
    album_id: UUID | None
    genre_id: UUID | None
    media_type_id: UUID
    length_ms: Annotated[int, Field(examples=[215_000])]
    size_bytes: int | None
    price: Decimal
    sold: Annotated[int, Field(description="To whom the caller may see: all of it only to agents.")]
    created_at: datetime
    updated_at: datetime


class TrackQuery(CursorQuery):
    """Which tracks to list, in what order, and how many."""

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    sort: Literal[
        "created_at",
        "-created_at",
        "name",
        "-name",
        "length_ms",
        "-length_ms",
        "price",
        "-price",
        "relevance",
    ] = "relevance"
    q: Words | None = None
    album_id: UUID | None = None
    genre_id: UUID | None = None
    media_type_id: UUID | None = None
    length_ms: LengthMs | None = None
    length_ms__gte: LengthMs | None = None
    length_ms__lte: LengthMs | None = None
    price: Price | None = None
    price__gte: Price | None = None
    price__lte: Price | None = None
    include: Sequence[TrackInclude] = ()
