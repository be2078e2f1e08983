"""The rules of genres."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from chinook.genres.models import Genre
from chinook.genres.repository import GenreRepository
from chinook.genres.schemas import GenreCreate, GenreRead, GenreUpdate


class GenreService(Service[Genre, GenreCreate, GenreUpdate, GenreRead]):
    """What can happen to a genre; override a method to add a rule."""


async def get_genres(session: Session, caller: CurrentCaller) -> GenreService:
    """The service of genres for this request and its caller."""
    return GenreService(GenreRepository(session, caller))


Genres = Annotated[GenreService, Depends(get_genres)]
