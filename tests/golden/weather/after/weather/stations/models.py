"""The table of stations."""

from uuid import UUID

from keel.data import Model, Owned, Pair, Together
from sqlalchemy import Index
from sqlmodel import Field


class Station(Owned, Model, table=True):
    """Where somebody measures."""

    __tablename__ = "stations"
    __table_args__ = (Index(None, "name", "id"), Together("place_latitude", "place_longitude"))

    name: str = Field(max_length=80, unique=True)
    place_latitude: float | None = None
    place_longitude: float | None = None


class StationTag(Pair, table=True):
    """The `tags` of stations."""

    __tablename__ = "station_tags"

    station_id: UUID = Field(foreign_key="stations.id", ondelete="CASCADE", primary_key=True)
    tag_id: UUID = Field(foreign_key="tags.id", ondelete="CASCADE", primary_key=True, index=True)
