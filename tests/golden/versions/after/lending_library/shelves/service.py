"""The rules of shelves."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from lending_library.shelves.models import Shelf
from lending_library.shelves.repository import ShelfRepository
from lending_library.shelves.schemas import ShelfCreate, ShelfRead, ShelfUpdate


class ShelfService(Service[Shelf, ShelfCreate, ShelfUpdate, ShelfRead]):
    """What can happen to a shelf; override a method to add a rule."""


async def get_shelves(session: Session, caller: CurrentCaller) -> ShelfService:
    """The service of shelves for this request and its caller."""
    return ShelfService(ShelfRepository(session, caller))


Shelves = Annotated[ShelfService, Depends(get_shelves)]
