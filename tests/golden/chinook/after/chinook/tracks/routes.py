"""The endpoints of tracks."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks
from keel.data.bulk import Bulk, BulkOutcomes, create_each, update_each
from keel.problems import Conflict, answers

from chinook.tracks.includes import TracksWithIncludes, TrackWithIncludes
from chinook.tracks.policy import POLICY
from chinook.tracks.schemas import (
    TrackBulkUpdate,
    TrackCreate,
    TrackInclude,
    TrackQuery,
    TrackRead,
    TrackUpdate,
)
from chinook.tracks.service import Tracks

router = APIRouter(prefix="/tracks", tags=["tracks"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_tracks(
    query: Annotated[TrackQuery, Query()], tracks: TracksWithIncludes, links: PageLinks
) -> CursorPage[TrackWithIncludes]:
    """List tracks."""
    return links.add(await tracks.cursor_page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_track(body: TrackCreate, tracks: Tracks) -> TrackRead:
    """Add a track."""
    return await tracks.create(body)


@router.post("/bulk", dependencies=[allow(POLICY.create)])
async def bulk_create_tracks(body: Bulk[TrackCreate], tracks: Tracks) -> BulkOutcomes[TrackRead]:
    """Add several tracks, each on its own."""
    return await create_each(tracks, body)


@router.patch("/bulk", dependencies=[allow(POLICY.update)])
async def bulk_update_tracks(
    body: Bulk[TrackBulkUpdate], tracks: Tracks
) -> BulkOutcomes[TrackRead]:
    """Change several tracks, each on its own."""
    return await update_each(tracks, body)


@router.get("/{track_id}", dependencies=[allow(POLICY.read)])
async def read_track(
    track_id: UUID,
    tracks: TracksWithIncludes,
    include: Annotated[Sequence[TrackInclude], Query()] = (),
) -> TrackWithIncludes:
    """Read one track."""
    return await tracks.read(track_id, include)


@router.patch("/{track_id}", dependencies=[allow(POLICY.update)])
async def update_track(track_id: UUID, body: TrackUpdate, tracks: Tracks) -> TrackRead:
    """Change a track; what the body leaves out stays."""
    return await tracks.update(track_id, body)


@router.delete(
    "/{track_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_track(track_id: UUID, tracks: Tracks) -> None:
    """Delete a track."""
    await tracks.delete(track_id)
