"""The endpoints of tags."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.data.bulk import Bulk, BulkDeletions, BulkOutcomes, create_each, delete_each
from keel.problems import Conflict, answers

from weather.tags.policy import POLICY
from weather.tags.schemas import TagCreate, TagQuery, TagRead, TagUpdate
from weather.tags.service import Tags

router = APIRouter(prefix="/tags", tags=["tags"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_tags(
    query: Annotated[TagQuery, Query()], tags: Tags, links: PageLinks
) -> Page[TagRead]:
    """List tags."""
    return links.add(await tags.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_tag(body: TagCreate, tags: Tags) -> TagRead:
    """Add a tag."""
    return await tags.create(body)


@router.post("/bulk", dependencies=[allow(POLICY.create)])
async def bulk_create_tags(body: Bulk[TagCreate], tags: Tags) -> BulkOutcomes[TagRead]:
    """Add several tags, each on its own."""
    return await create_each(tags, body)


@router.post("/bulk-delete", dependencies=[allow(POLICY.delete)])
async def bulk_delete_tags(body: Bulk[UUID], tags: Tags) -> BulkDeletions:
    """Delete several tags, each on its own."""
    return await delete_each(tags, body)


@router.get("/{tag_id}", dependencies=[allow(POLICY.read)])
async def read_tag(tag_id: UUID, tags: Tags) -> TagRead:
    """Read one tag."""
    return await tags.read(tag_id)


@router.patch("/{tag_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_tag(tag_id: UUID, body: TagUpdate, tags: Tags) -> TagRead:
    """Change a tag; what the body leaves out stays."""
    return await tags.update(tag_id, body)


@router.delete("/{tag_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_tag(tag_id: UUID, tags: Tags) -> None:
    """Delete a tag."""
    await tags.delete(tag_id)
