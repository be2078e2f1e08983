"""The rules of playlists."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from chinook.playlists.models import Playlist
from chinook.playlists.repository import PlaylistRepository
from chinook.playlists.schemas import PlaylistCreate, PlaylistRead, PlaylistUpdate
from chinook.tracks.repository import TrackRepository


class PlaylistService(Service[Playlist, PlaylistCreate, PlaylistUpdate, PlaylistRead]):
    """What can happen to a playlist; override a method to add a rule."""


async def get_playlists(session: Session, caller: CurrentCaller) -> PlaylistService:
    """The service of playlists for this request and its caller."""
    return PlaylistService(
        PlaylistRepository(session, caller),
        track_ids=TrackRepository(session, caller),
    )


Playlists = Annotated[PlaylistService, Depends(get_playlists)]
