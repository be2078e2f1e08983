"""Readings with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One
from pydantic import MISSING

from weather.readings.schemas import ReadingRead
from weather.readings.service import Readings
from weather.stations.schemas import StationRead
from weather.stations.service import Stations


class ReadingWithIncludes(ReadingRead):
    """A reading, with what `include` asks for."""

    station: StationRead | MISSING | None = MISSING


async def get_readings_with_includes(
    readings: Readings,
    stations: Stations,
) -> Including[ReadingWithIncludes]:
    """Readings for this request and its caller, with what it asks for."""
    return Including(
        readings,
        ReadingWithIncludes,
        station=One(stations, "station_id"),
    )


ReadingsWithIncludes = Annotated[
    Including[ReadingWithIncludes], Depends(get_readings_with_includes)
]
