"""Teams do what their policy and their schemas say."""

from keel.testing import ResourceTests

from personnel.teams.repository import TeamRepository
from personnel.teams.routes import router


class TestTeams(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = TeamRepository
