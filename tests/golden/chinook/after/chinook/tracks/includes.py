"""Tracks with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One
from pydantic import MISSING

from chinook.albums.schemas import AlbumRead
from chinook.albums.service import Albums
from chinook.genres.schemas import GenreRead
from chinook.genres.service import Genres
from chinook.media_types.schemas import MediaTypeRead
from chinook.media_types.service import MediaTypes
from chinook.tracks.schemas import TrackRead
from chinook.tracks.service import Tracks


class TrackWithIncludes(TrackRead):
    """A track, with what `include` asks for."""

    album: AlbumRead | MISSING | None = MISSING
    genre: GenreRead | MISSING | None = MISSING
    media_type: MediaTypeRead | MISSING | None = MISSING


async def get_tracks_with_includes(
    tracks: Tracks,
    albums: Albums,
    genres: Genres,
    media_types: MediaTypes,
) -> Including[TrackWithIncludes]:
    """Tracks for this request and its caller, with what it asks for."""
    return Including(
        tracks,
        TrackWithIncludes,
        album=One(albums, "album_id"),
        genre=One(genres, "genre_id"),
        media_type=One(media_types, "media_type_id"),
    )


TracksWithIncludes = Annotated[Including[TrackWithIncludes], Depends(get_tracks_with_includes)]
