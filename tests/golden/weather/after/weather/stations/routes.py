"""The endpoints of stations."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.data.bulk import Bulk, BulkDeletions, BulkOutcomes, create_each, delete_each, update_each
from keel.problems import Conflict, answers

from weather.stations.policy import POLICY
from weather.stations.schemas import (
    StationBulkUpdate,
    StationCreate,
    StationQuery,
    StationRead,
    StationUpdate,
)
from weather.stations.service import Stations

router = APIRouter(prefix="/stations", tags=["stations"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_stations(
    query: Annotated[StationQuery, Query()], stations: Stations, links: PageLinks
) -> Page[StationRead]:
    """List stations."""
    return links.add(await stations.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_station(body: StationCreate, stations: Stations) -> StationRead:
    """Add a station."""
    return await stations.create(body)


@router.post("/bulk", dependencies=[allow(POLICY.create)])
async def bulk_create_stations(
    body: Bulk[StationCreate], stations: Stations
) -> BulkOutcomes[StationRead]:
    """Add several stations, each on its own."""
    return await create_each(stations, body)


@router.patch("/bulk", dependencies=[allow(POLICY.update)])
async def bulk_update_stations(
    body: Bulk[StationBulkUpdate], stations: Stations
) -> BulkOutcomes[StationRead]:
    """Change several stations, each on its own."""
    return await update_each(stations, body)


@router.post("/bulk-delete", dependencies=[allow(POLICY.delete)])
async def bulk_delete_stations(body: Bulk[UUID], stations: Stations) -> BulkDeletions:
    """Delete several stations, each on its own."""
    return await delete_each(stations, body)


@router.get("/{station_id}", dependencies=[allow(POLICY.read)])
async def read_station(station_id: UUID, stations: Stations) -> StationRead:
    """Read one station."""
    return await stations.read(station_id)


@router.patch("/{station_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_station(station_id: UUID, body: StationUpdate, stations: Stations) -> StationRead:
    """Change a station; what the body leaves out stays."""
    return await stations.update(station_id, body)


@router.delete("/{station_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_station(station_id: UUID, stations: Stations) -> None:
    """Delete a station."""
    await stations.delete(station_id)
