"""What callers send and receive about stations."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Ids, Input, Output, PageQuery
from keel.data.bulk import Identified
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=80)]
PlaceLatitude = Annotated[float, Field(ge=-90.0, le=90.0)]
PlaceLongitude = Annotated[float, Field(ge=-180.0, le=180.0)]
TagIds = Annotated[Ids, Field(max_length=100)]


class StationCreate(Input):
    """A station to add."""

    name: Name
    place_latitude: PlaceLatitude | None = None
    place_longitude: PlaceLongitude | None = None
    tag_ids: TagIds = Field(default=[])


class StationUpdate(Input):
    """What to change of a station; what is absent stays."""

    name: Name | MISSING = MISSING
    place_latitude: PlaceLatitude | MISSING | None = MISSING
    place_longitude: PlaceLongitude | MISSING | None = MISSING
    tag_ids: TagIds | MISSING = MISSING


class StationBulkUpdate(StationUpdate, Identified):
    """What to change of one station among several; what is absent stays."""


class StationRead(Output):
    """A station as callers see it."""

    id: UUID
    name: str
    place_latitude: float | None
    place_longitude: float | None
    reading_count: Annotated[int, Field(description="Count of readings.")]
    tag_ids: list[UUID]
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class StationQuery(PageQuery):
    """Which stations to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name"] = "-created_at"
    tag_ids: UUID | None = None
    tag_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None
