"""The endpoints of boxes."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from almanac.boxes.policy import POLICY
from almanac.boxes.schemas import BoxCreate, BoxQuery, BoxRead, BoxUpdate
from almanac.boxes.service import Boxes

router = APIRouter(prefix="/boxes", tags=["boxes"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_boxes(
    query: Annotated[BoxQuery, Query()], boxes: Boxes, links: PageLinks
) -> Page[BoxRead]:
    """List boxes."""
    return links.add(await boxes.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_box(body: BoxCreate, boxes: Boxes) -> BoxRead:
    """Add a box."""
    return await boxes.create(body)


@router.get("/{box_id}", dependencies=[allow(POLICY.read)])
async def read_box(box_id: UUID, boxes: Boxes) -> BoxRead:
    """Read one box."""
    return await boxes.read(box_id)


@router.patch("/{box_id}", dependencies=[allow(POLICY.update)])
async def update_box(box_id: UUID, body: BoxUpdate, boxes: Boxes) -> BoxRead:
    """Change a box; what the body leaves out stays."""
    return await boxes.update(box_id, body)


@router.delete("/{box_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_box(box_id: UUID, boxes: Boxes) -> None:
    """Delete a box."""
    await boxes.delete(box_id)


@router.get("/{box_id}/children", dependencies=[allow(POLICY.list)])
async def list_box_children(
    box_id: UUID,
    query: Annotated[BoxQuery, Query()],
    boxes: Boxes,
    links: PageLinks,
) -> Page[BoxRead]:
    """List what is right below a box."""
    await boxes.within(within_id=box_id)
    return links.add(await boxes.page(query))


@router.get("/{box_id}/ancestors", dependencies=[allow(POLICY.read)])
async def list_box_ancestors(box_id: UUID, boxes: Boxes) -> list[BoxRead]:
    """List what is above a box, its root first."""
    return await boxes.ancestors(box_id)


@router.get("/{box_id}/subtree", dependencies=[allow(POLICY.list)])
async def list_box_subtree(
    box_id: UUID, boxes: Boxes, depth: Annotated[int, Query(ge=1, le=32)] = 32
) -> list[BoxRead]:
    """List a box and what is below it, level by level, 1,000 rows at most."""
    return await boxes.subtree(box_id, depth)
