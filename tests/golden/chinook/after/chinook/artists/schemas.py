"""What callers send and receive about artists."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]
ArtistInclude = Literal["albums"]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class ArtistCreate(Input):
    """An artist to add."""

    name: Name


class ArtistUpdate(Input):
    """What to change of an artist; what is absent stays."""

    name: Name | MISSING = MISSING


class ArtistRead(Output):
    """An artist as callers see it."""

    id: UUID
    name: str
    album_count: Annotated[int, Field(description="Count of albums.")]
    created_at: datetime
    updated_at: datetime


class ArtistQuery(PageQuery):
    """Which artists to list, in what order, and how many."""

    sort: Literal[
        "created_at", "-created_at", "name", "-name", "album_count", "-album_count", "relevance"
    ] = "relevance"
    q: Words | None = None
    include: Sequence[ArtistInclude] = ()
