"""Stations in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from weather.readings.repository import ReadingRepository
from weather.stations.models import Station, StationTag
from weather.stations.policy import POLICY


class StationRepository(Repository[Station]):
    """Stations that the caller may reach."""

    policy = POLICY
    links = (StationTag,)

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each station, of rows that the caller may list."""
        readings = self.referring(ReadingRepository, by="station_id")
        return {
            "reading_count": readings.count(),
        }
