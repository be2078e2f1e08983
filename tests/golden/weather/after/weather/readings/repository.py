"""Readings in the database."""

from keel.data import Repository

from weather.readings.models import Reading
from weather.readings.policy import POLICY


class ReadingRepository(Repository[Reading]):
    """Readings that the caller may reach."""

    policy = POLICY
