"""The endpoints of playlists."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from chinook.playlists.includes import PlaylistsWithIncludes, PlaylistWithIncludes
from chinook.playlists.policy import POLICY
from chinook.playlists.schemas import (
    PlaylistCreate,
    PlaylistInclude,
    PlaylistQuery,
    PlaylistRead,
    PlaylistUpdate,
)
from chinook.playlists.service import Playlists

router = APIRouter(prefix="/playlists", tags=["playlists"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_playlists(
    query: Annotated[PlaylistQuery, Query()], playlists: PlaylistsWithIncludes, links: PageLinks
) -> Page[PlaylistWithIncludes]:
    """List playlists."""
    return links.add(await playlists.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_playlist(body: PlaylistCreate, playlists: Playlists) -> PlaylistRead:
    """Add a playlist."""
    return await playlists.create(body)


@router.get("/{playlist_id}", dependencies=[allow(POLICY.read)])
async def read_playlist(
    playlist_id: UUID,
    playlists: PlaylistsWithIncludes,
    include: Annotated[Sequence[PlaylistInclude], Query()] = (),
) -> PlaylistWithIncludes:
    """Read one playlist."""
    return await playlists.read(playlist_id, include)


@router.patch("/{playlist_id}", dependencies=[allow(POLICY.update)])
async def update_playlist(
    playlist_id: UUID, body: PlaylistUpdate, playlists: Playlists
) -> PlaylistRead:
    """Change a playlist; what the body leaves out stays."""
    return await playlists.update(playlist_id, body)


@router.delete("/{playlist_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_playlist(playlist_id: UUID, playlists: Playlists) -> None:
    """Delete a playlist."""
    await playlists.delete(playlist_id)
