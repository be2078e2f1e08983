"""The endpoints of shelves."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from lending_library.shelves.policy import POLICY
from lending_library.shelves.schemas import ShelfCreate, ShelfQuery, ShelfRead, ShelfUpdate
from lending_library.shelves.service import Shelves

router = APIRouter(prefix="/shelves", tags=["shelves"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_shelves(
    query: Annotated[ShelfQuery, Query()], shelves: Shelves, links: PageLinks
) -> Page[ShelfRead]:
    """List shelves."""
    return links.add(await shelves.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_shelf(body: ShelfCreate, shelves: Shelves) -> ShelfRead:
    """Add a shelf."""
    return await shelves.create(body)


@router.get("/{shelf_id}", dependencies=[allow(POLICY.read)])
async def read_shelf(shelf_id: UUID, shelves: Shelves) -> ShelfRead:
    """Read one shelf."""
    return await shelves.read(shelf_id)


@router.patch("/{shelf_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_shelf(shelf_id: UUID, body: ShelfUpdate, shelves: Shelves) -> ShelfRead:
    """Change a shelf; what the body leaves out stays."""
    return await shelves.update(shelf_id, body)


@router.delete("/{shelf_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_shelf(shelf_id: UUID, shelves: Shelves) -> None:
    """Delete a shelf."""
    await shelves.delete(shelf_id)
