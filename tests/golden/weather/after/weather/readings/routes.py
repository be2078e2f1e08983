"""The endpoints of readings."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, ExportResponse, PageLinks, exported
from keel.data.bulk import Bulk, BulkDeletions, BulkOutcomes, create_each, delete_each, update_each
from keel.problems import Conflict, answers

from weather.readings.includes import ReadingsWithIncludes, ReadingWithIncludes
from weather.readings.policy import POLICY
from weather.readings.schemas import (
    ReadingBulkUpdate,
    ReadingCreate,
    ReadingInclude,
    ReadingQuery,
    ReadingRead,
    ReadingSelection,
    ReadingUpdate,
)
from weather.readings.service import Readings, ReadingsToExport

router = APIRouter(tags=["readings"])


@router.get("/stations/{station_id}/readings", dependencies=[allow(POLICY.list)])
async def list_readings(
    station_id: UUID,
    query: Annotated[ReadingQuery, Query()],
    readings: ReadingsWithIncludes,
    links: PageLinks,
) -> CursorPage[ReadingWithIncludes]:
    """List readings."""
    await readings.within(station_id=station_id)
    return links.add(await readings.cursor_page(query, query.include))


@router.post(
    "/stations/{station_id}/readings",
    status_code=201,
    dependencies=[allow(POLICY.create)],
    responses=answers(Conflict),
)
async def create_reading(station_id: UUID, body: ReadingCreate, readings: Readings) -> ReadingRead:
    """Add a reading."""
    await readings.within(station_id=station_id)
    return await readings.create(body)


@router.get(
    "/stations/{station_id}/readings/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv"),
)
async def export_readings(
    station_id: UUID,
    file_format: Literal["csv"],
    query: Annotated[ReadingSelection, Query()],
    readings: ReadingsToExport,
) -> ExportResponse:
    """Export readings: a file of all that the list has."""
    return ExportResponse.of(readings, query, file_format, station_id=station_id)


@router.post("/stations/{station_id}/readings/bulk", dependencies=[allow(POLICY.create)])
async def bulk_create_readings(
    station_id: UUID, body: Bulk[ReadingCreate], readings: Readings
) -> BulkOutcomes[ReadingRead]:
    """Add several readings, each on its own."""
    await readings.within(station_id=station_id)
    return await create_each(readings, body)


@router.patch("/readings/bulk", dependencies=[allow(POLICY.update)])
async def bulk_update_readings(
    body: Bulk[ReadingBulkUpdate], readings: Readings
) -> BulkOutcomes[ReadingRead]:
    """Change several readings, each on its own."""
    return await update_each(readings, body)


@router.post("/readings/bulk-delete", dependencies=[allow(POLICY.delete)])
async def bulk_delete_readings(body: Bulk[UUID], readings: Readings) -> BulkDeletions:
    """Delete several readings, each on its own."""
    return await delete_each(readings, body)


@router.get("/readings/{reading_id}", dependencies=[allow(POLICY.read)])
async def read_reading(
    reading_id: UUID,
    readings: ReadingsWithIncludes,
    include: Annotated[Sequence[ReadingInclude], Query()] = (),
) -> ReadingWithIncludes:
    """Read one reading."""
    return await readings.read(reading_id, include)


@router.patch(
    "/readings/{reading_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict)
)
async def update_reading(reading_id: UUID, body: ReadingUpdate, readings: Readings) -> ReadingRead:
    """Change a reading; what the body leaves out stays."""
    return await readings.update(reading_id, body)


@router.delete("/readings/{reading_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_reading(reading_id: UUID, readings: Readings) -> None:
    """Delete a reading."""
    await readings.delete(reading_id)


@router.post(
    "/readings/{reading_id}/check",
    dependencies=[allow(POLICY.action("check"))],
    responses=answers(Conflict),
)
async def check_reading(reading_id: UUID, readings: Readings) -> ReadingRead:
    """Check a reading."""
    return await readings.check(reading_id)
