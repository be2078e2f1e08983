"""Surgeries in the database."""

from keel.data import Repository

from clinic.surgeries.models import Surgery
from clinic.surgeries.policy import POLICY


class SurgeryRepository(Repository[Surgery]):
    """Surgeries that the caller may reach."""

    policy = POLICY
