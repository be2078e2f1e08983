"""The rules of series list."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from repair_workshop.series_list.models import Series
from repair_workshop.series_list.repository import SeriesRepository
from repair_workshop.series_list.schemas import SeriesRead


class SeriesService(Service[Series, Never, Never, SeriesRead]):
    """What can happen to a series; override a method to add a rule."""


async def get_series_list(session: Session, caller: CurrentCaller) -> SeriesService:
    """The service of series list for this request and its caller."""
    return SeriesService(SeriesRepository(session, caller))


SeriesList = Annotated[SeriesService, Depends(get_series_list)]
