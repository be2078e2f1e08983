"""The endpoints of albums."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from chinook.albums.includes import AlbumsWithIncludes, AlbumWithIncludes
from chinook.albums.policy import POLICY
from chinook.albums.schemas import AlbumCreate, AlbumInclude, AlbumQuery, AlbumRead, AlbumUpdate
from chinook.albums.service import Albums

router = APIRouter(prefix="/albums", tags=["albums"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_albums(
    query: Annotated[AlbumQuery, Query()], albums: AlbumsWithIncludes, links: PageLinks
) -> Page[AlbumWithIncludes]:
    """List albums."""
    return links.add(await albums.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_album(body: AlbumCreate, albums: Albums) -> AlbumRead:
    """Add an album."""
    return await albums.create(body)


@router.get("/{album_id}", dependencies=[allow(POLICY.read)])
async def read_album(
    album_id: UUID,
    albums: AlbumsWithIncludes,
    include: Annotated[Sequence[AlbumInclude], Query()] = (),
) -> AlbumWithIncludes:
    """Read one album."""
    return await albums.read(album_id, include)


@router.patch("/{album_id}", dependencies=[allow(POLICY.update)])
async def update_album(album_id: UUID, body: AlbumUpdate, albums: Albums) -> AlbumRead:
    """Change an album; what the body leaves out stays."""
    return await albums.update(album_id, body)


@router.delete("/{album_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_album(album_id: UUID, albums: Albums) -> None:
    """Delete an album."""
    await albums.delete(album_id)
