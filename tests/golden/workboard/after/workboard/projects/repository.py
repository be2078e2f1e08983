"""Projects in the database."""

from keel.data import Repository

from workboard.projects.models import Project
from workboard.projects.policy import POLICY


class ProjectRepository(Repository[Project]):
    """Projects that the caller may reach."""

    policy = POLICY
