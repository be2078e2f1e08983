"""The table of albums."""

from uuid import UUID

from keel.data import Model, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Album(Model, table=True):
    """Tracks that came out together."""

    __tablename__ = "albums"
    __table_args__ = (Index(None, "title", "id"),)
    searched = Searched(title=1)

    title: str = Field(max_length=160)
    artist_id: UUID = Field(foreign_key="artists.id", ondelete="RESTRICT", index=True)
