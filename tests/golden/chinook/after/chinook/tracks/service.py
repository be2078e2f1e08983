"""The rules of tracks."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from chinook.albums.repository import AlbumRepository
from chinook.genres.repository import GenreRepository
from chinook.media_types.repository import MediaTypeRepository
from chinook.tracks.models import Track
from chinook.tracks.repository import TrackRepository
from chinook.tracks.schemas import TrackCreate, TrackRead, TrackUpdate


class TrackService(Service[Track, TrackCreate, TrackUpdate, TrackRead]):
    """What can happen to a track; override a method to add a rule."""


async def get_tracks(session: Session, caller: CurrentCaller) -> TrackService:
    """The service of tracks for this request and its caller."""
    return TrackService(
        TrackRepository(session, caller),
        album_id=AlbumRepository(session, caller),
        genre_id=GenreRepository(session, caller),
        media_type_id=MediaTypeRepository(session, caller),
    )


Tracks = Annotated[TrackService, Depends(get_tracks)]
