"""Stations do what their policy and their schemas say."""

from keel.testing import ResourceTests

from weather.stations.repository import StationRepository
from weather.stations.routes import router


class TestStations(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = StationRepository
