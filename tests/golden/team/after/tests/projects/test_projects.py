"""Projects do what their policy and their schemas say."""

from keel.testing import ResourceTests

from team.projects.repository import ProjectRepository
from team.projects.routes import router


class TestProjects(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = ProjectRepository
