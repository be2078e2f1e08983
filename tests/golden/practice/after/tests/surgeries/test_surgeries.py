"""Surgeries do what their policy and their schemas say."""

from keel.testing import ResourceTests

from practice.surgeries.repository import SurgeryRepository
from practice.surgeries.routes import router


class TestSurgeries(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = SurgeryRepository
