"""The rules of readings."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession

from weather.readings.models import Reading, ReadingStatus
from weather.readings.repository import ReadingRepository
from weather.readings.schemas import ReadingCreate, ReadingRead, ReadingUpdate
from weather.stations.repository import StationRepository


class ReadingService(Service[Reading, ReadingCreate, ReadingUpdate, ReadingRead]):
    """What can happen to a reading; override a method to add a rule."""

    async def check(self, reading_id: UUID) -> ReadingRead:
        """Check a reading."""
        reading = await self.row_for("check", reading_id, status=ReadingStatus.RAW)
        reading.status = ReadingStatus.CHECKED
        return await self.save(reading)


async def get_readings(session: Session, caller: CurrentCaller) -> ReadingService:
    """The service of readings for this request and its caller."""
    return ReadingService(
        ReadingRepository(session, caller),
        station_id=StationRepository(session, caller),
    )


Readings = Annotated[ReadingService, Depends(get_readings)]


async def get_readings_to_export(session: SnapshotSession, caller: CurrentCaller) -> ReadingService:
    """The service of readings as they are at one moment, until the answer is sent."""
    return await get_readings(session, caller)


ReadingsToExport = Annotated[ReadingService, Depends(get_readings_to_export)]
