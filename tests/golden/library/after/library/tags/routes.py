"""The endpoints of tags."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from library.tags.includes import TagsWithIncludes, TagWithIncludes
from library.tags.policy import POLICY
from library.tags.schemas import TagCreate, TagInclude, TagQuery, TagRead, TagUpdate
from library.tags.service import Tags

router = APIRouter(prefix="/tags", tags=["tags"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_tags(
    query: Annotated[TagQuery, Query()], tags: TagsWithIncludes, links: PageLinks
) -> Page[TagWithIncludes]:
    """List tags."""
    return links.add(await tags.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_tag(body: TagCreate, tags: Tags) -> TagRead:
    """Add a tag."""
    return await tags.create(body)


@router.get("/{tag_id}", dependencies=[allow(POLICY.read)])
async def read_tag(
    tag_id: UUID, tags: TagsWithIncludes, include: Annotated[Sequence[TagInclude], Query()] = ()
) -> TagWithIncludes:
    """Read one tag."""
    return await tags.read(tag_id, include)


@router.patch("/{tag_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_tag(tag_id: UUID, body: TagUpdate, tags: Tags) -> TagRead:
    """Change a tag; what the body leaves out stays."""
    return await tags.update(tag_id, body)


@router.delete("/{tag_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_tag(tag_id: UUID, tags: Tags) -> None:
    """Delete a tag."""
    await tags.delete(tag_id)
