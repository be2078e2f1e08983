"""Albums with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many, One
from pydantic import MISSING

from chinook.albums.schemas import AlbumRead
from chinook.albums.service import Albums
from chinook.artists.schemas import ArtistRead
from chinook.artists.service import Artists
from chinook.tracks.schemas import TrackRead
from chinook.tracks.service import Tracks


class AlbumWithIncludes(AlbumRead):
    """An album, with what `include` asks for."""

    artist: ArtistRead | MISSING | None = MISSING
    tracks: list[TrackRead] | MISSING = MISSING


async def get_albums_with_includes(
    albums: Albums,
    artists: Artists,
    tracks: Tracks,
) -> Including[AlbumWithIncludes]:
    """Albums for this request and its caller, with what it asks for."""
    return Including(
        albums,
        AlbumWithIncludes,
        artist=One(artists, "artist_id"),
        tracks=Many(tracks, "album_id"),
    )


AlbumsWithIncludes = Annotated[Including[AlbumWithIncludes], Depends(get_albums_with_includes)]
