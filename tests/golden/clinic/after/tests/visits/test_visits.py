"""Visits do what their policy and their schemas say."""

from keel.testing import ResourceTests

from clinic.visits.repository import VisitRepository
from clinic.visits.routes import router


class TestVisits(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = VisitRepository
