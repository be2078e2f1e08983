"""The endpoints of media types."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from chinook.media_types.policy import POLICY
from chinook.media_types.schemas import (
    MediaTypeCreate,
    MediaTypeQuery,
    MediaTypeRead,
    MediaTypeUpdate,
)
from chinook.media_types.service import MediaTypes

router = APIRouter(prefix="/media-types", tags=["media_types"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_media_types(
    query: Annotated[MediaTypeQuery, Query()], media_types: MediaTypes, links: PageLinks
) -> Page[MediaTypeRead]:
    """List media types."""
    return links.add(await media_types.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_media_type(body: MediaTypeCreate, media_types: MediaTypes) -> MediaTypeRead:
    """Add a media type."""
    return await media_types.create(body)


@router.get("/{media_type_id}", dependencies=[allow(POLICY.read)])
async def read_media_type(media_type_id: UUID, media_types: MediaTypes) -> MediaTypeRead:
    """Read one media type."""
    return await media_types.read(media_type_id)


@router.patch("/{media_type_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_media_type(
    media_type_id: UUID, body: MediaTypeUpdate, media_types: MediaTypes
) -> MediaTypeRead:
    """Change a media type; what the body leaves out stays."""
    return await media_types.update(media_type_id, body)


@router.delete(
    "/{media_type_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_media_type(media_type_id: UUID, media_types: MediaTypes) -> None:
    """Delete a media type."""
    await media_types.delete(media_type_id)
