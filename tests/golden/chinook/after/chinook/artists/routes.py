"""The endpoints of artists."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from chinook.artists.includes import ArtistsWithIncludes, ArtistWithIncludes
from chinook.artists.policy import POLICY
from chinook.artists.schemas import (
    ArtistCreate,
    ArtistInclude,
    ArtistQuery,
    ArtistRead,
    ArtistUpdate,
)
from chinook.artists.service import Artists

router = APIRouter(prefix="/artists", tags=["artists"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_artists(
    query: Annotated[ArtistQuery, Query()], artists: ArtistsWithIncludes, links: PageLinks
) -> Page[ArtistWithIncludes]:
    """List artists."""
    return links.add(await artists.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_artist(body: ArtistCreate, artists: Artists) -> ArtistRead:
    """Add an artist."""
    return await artists.create(body)


@router.get("/{artist_id}", dependencies=[allow(POLICY.read)])
async def read_artist(
    artist_id: UUID,
    artists: ArtistsWithIncludes,
    include: Annotated[Sequence[ArtistInclude], Query()] = (),
) -> ArtistWithIncludes:
    """Read one artist."""
    return await artists.read(artist_id, include)


@router.patch("/{artist_id}", dependencies=[allow(POLICY.update)])
async def update_artist(artist_id: UUID, body: ArtistUpdate, artists: Artists) -> ArtistRead:
    """Change an artist; what the body leaves out stays."""
    return await artists.update(artist_id, body)


@router.delete(
    "/{artist_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_artist(artist_id: UUID, artists: Artists) -> None:
    """Delete an artist."""
    await artists.delete(artist_id)
