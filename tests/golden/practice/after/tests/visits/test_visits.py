"""Visits do what their policy and their schemas say."""

from datetime import timedelta

from keel.testing import CALLER, Action, ResourceTests

from practice.visits.repository import VisitRepository
from practice.visits.routes import router


class TestVisits(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = VisitRepository
    actions = (
        Action("conclude", sets={"link": ..., "seen_by_id": CALLER, "day": ...}),
        Action("postpone", needs=("findings",)),
        Action("reopen", sets={"findings": [], "length": timedelta(minutes=15), "starts": ...}),
    )
