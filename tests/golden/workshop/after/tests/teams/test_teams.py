"""Teams do what their policy and their schemas say."""

from keel.testing import ResourceTests

from repair_workshop.teams.repository import TeamRepository
from repair_workshop.teams.routes import router


class TestTeams(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = TeamRepository
