"""The table of tracks."""

from decimal import Decimal
from uuid import UUID

from keel.data import Model, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Track(Model, table=True):
    """A piece of music that can be bought."""

    __tablename__ = "tracks"
    __table_args__ = (
        Index(None, "name", "id"),
        Index(None, "length_ms", "id"),
        Index(None, "price", "id"),
    )
    searched = Searched(name=3, composer=1)

    name: str = Field(max_length=200)
    composer: str | None = Field(default=None, max_length=220)
    album_id: UUID | None = Field(
        default=None, foreign_key="albums.id", ondelete="CASCADE", index=True
    )
    genre_id: UUID | None = Field(
        default=None, foreign_key="genres.id", ondelete="SET NULL", index=True
    )
    media_type_id: UUID = Field(foreign_key="media_types.id", ondelete="RESTRICT", index=True)
    length_ms: int
    size_bytes: int | None = None
    price: Decimal = Field(max_digits=10, decimal_places=2)
