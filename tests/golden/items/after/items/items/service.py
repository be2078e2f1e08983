"""The rules of items."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from items.items.models import Item
from items.items.repository import ItemRepository
from items.items.schemas import ItemCreate, ItemRead, ItemUpdate


class ItemService(Service[Item, ItemCreate, ItemUpdate, ItemRead]):
    """What can happen to an item; override a method to add a rule."""


async def get_items(session: Session, caller: CurrentCaller) -> ItemService:
    """The service of items for this request and its caller."""
    return ItemService(ItemRepository(session, caller))


Items = Annotated[ItemService, Depends(get_items)]
