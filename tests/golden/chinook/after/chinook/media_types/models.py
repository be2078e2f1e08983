"""The table of media types."""

from keel.data import Model
from sqlalchemy import Index
from sqlmodel import Field


class MediaType(Model, table=True):
    """What a track is stored as."""

    __tablename__ = "media_types"
    __table_args__ = (Index(None, "name", "id"),)

    name: str = Field(max_length=120, unique=True)
