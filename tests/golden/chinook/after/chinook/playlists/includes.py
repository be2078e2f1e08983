"""Playlists with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Through
from pydantic import MISSING

from chinook.playlists.models import PlaylistTrack
from chinook.playlists.schemas import PlaylistRead
from chinook.playlists.service import Playlists
from chinook.tracks.schemas import TrackRead
from chinook.tracks.service import Tracks


class PlaylistWithIncludes(PlaylistRead):
    """A playlist, with what `include` asks for."""

    tracks: list[TrackRead] | MISSING = MISSING


async def get_playlists_with_includes(
    playlists: Playlists,
    tracks: Tracks,
) -> Including[PlaylistWithIncludes]:
    """Playlists for this request and its caller, with what it asks for."""
    return Including(
        playlists,
        PlaylistWithIncludes,
        tracks=Through(tracks, PlaylistTrack),
    )


PlaylistsWithIncludes = Annotated[
    Including[PlaylistWithIncludes], Depends(get_playlists_with_includes)
]
