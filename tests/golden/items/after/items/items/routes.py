"""The endpoints of items."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from items.items.policy import POLICY
from items.items.schemas import ItemCreate, ItemQuery, ItemRead, ItemUpdate
from items.items.service import Items

router = APIRouter(prefix="/items", tags=["items"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_items(
    query: Annotated[ItemQuery, Query()], items: Items, links: PageLinks
) -> Page[ItemRead]:
    """List items."""
    return links.add(await items.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_item(body: ItemCreate, items: Items) -> ItemRead:
    """Add an item."""
    return await items.create(body)


@router.get("/{item_id}", dependencies=[allow(POLICY.read)])
async def read_item(item_id: UUID, items: Items) -> ItemRead:
    """Read one item."""
    return await items.read(item_id)


@router.patch("/{item_id}", dependencies=[allow(POLICY.update)])
async def update_item(item_id: UUID, body: ItemUpdate, items: Items) -> ItemRead:
    """Change an item; what the body leaves out stays."""
    return await items.update(item_id, body)


@router.delete("/{item_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_item(item_id: UUID, items: Items) -> None:
    """Delete an item."""
    await items.delete(item_id)
