"""The table of playlists."""

from uuid import UUID

from keel.data import Model, Pair, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Playlist(Model, table=True):
    """Tracks that go together, chosen by the shop."""

    __tablename__ = "playlists"
    __table_args__ = (Index(None, "name", "id"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120)


class PlaylistTrack(Pair, table=True):
    """The `tracks` of playlists."""

    __tablename__ = "playlist_tracks"

    playlist_id: UUID = Field(foreign_key="playlists.id", ondelete="CASCADE", primary_key=True)
    track_id: UUID = Field(
        foreign_key="tracks.id", ondelete="CASCADE", primary_key=True, index=True
    )
