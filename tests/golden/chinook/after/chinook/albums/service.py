"""The rules of albums."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from chinook.albums.models import Album
from chinook.albums.repository import AlbumRepository
from chinook.albums.schemas import AlbumCreate, AlbumRead, AlbumUpdate
from chinook.artists.repository import ArtistRepository


class AlbumService(Service[Album, AlbumCreate, AlbumUpdate, AlbumRead]):
    """What can happen to an album; override a method to add a rule."""


async def get_albums(session: Session, caller: CurrentCaller) -> AlbumService:
    """The service of albums for this request and its caller."""
    return AlbumService(
        AlbumRepository(session, caller),
        artist_id=ArtistRepository(session, caller),
    )


Albums = Annotated[AlbumService, Depends(get_albums)]
