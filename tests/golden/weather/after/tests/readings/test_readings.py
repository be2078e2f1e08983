"""Readings do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from weather.readings.repository import ReadingRepository
from weather.readings.routes import router


class TestReadings(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ReadingRepository
    actions = (Action("check", moves={"status": "raw -> checked"}),)
