"""The rules of stations."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from weather.stations.models import Station
from weather.stations.repository import StationRepository
from weather.stations.schemas import StationCreate, StationRead, StationUpdate
from weather.tags.repository import TagRepository


class StationService(Service[Station, StationCreate, StationUpdate, StationRead]):
    """What can happen to a station; override a method to add a rule."""


async def get_stations(session: Session, caller: CurrentCaller) -> StationService:
    """The service of stations for this request and its caller."""
    return StationService(
        StationRepository(session, caller),
        tag_ids=TagRepository(session, caller),
    )


Stations = Annotated[StationService, Depends(get_stations)]
