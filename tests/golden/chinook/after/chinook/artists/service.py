"""The rules of artists."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from chinook.artists.models import Artist
from chinook.artists.repository import ArtistRepository
from chinook.artists.schemas import ArtistCreate, ArtistRead, ArtistUpdate


class ArtistService(Service[Artist, ArtistCreate, ArtistUpdate, ArtistRead]):
    """What can happen to an artist; override a method to add a rule."""


async def get_artists(session: Session, caller: CurrentCaller) -> ArtistService:
    """The service of artists for this request and its caller."""
    return ArtistService(ArtistRepository(session, caller))


Artists = Annotated[ArtistService, Depends(get_artists)]
