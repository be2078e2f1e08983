"""Projects in the database."""

from keel.data import Repository

from tracker.projects.models import Project
from tracker.projects.policy import POLICY


class ProjectRepository(Repository[Project]):
    """Projects that the caller may reach."""

    policy = POLICY
    searched = ("name",)
