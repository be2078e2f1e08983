"""Artists with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from chinook.albums.schemas import AlbumRead
from chinook.albums.service import Albums
from chinook.artists.schemas import ArtistRead
from chinook.artists.service import Artists


class ArtistWithIncludes(ArtistRead):
    """An artist, with what `include` asks for."""

    albums: list[AlbumRead] | MISSING = MISSING


async def get_artists_with_includes(
    artists: Artists,
    albums: Albums,
) -> Including[ArtistWithIncludes]:
    """Artists for this request and its caller, with what it asks for."""
    return Including(
        artists,
        ArtistWithIncludes,
        albums=Many(albums, "artist_id"),
    )


ArtistsWithIncludes = Annotated[Including[ArtistWithIncludes], Depends(get_artists_with_includes)]
