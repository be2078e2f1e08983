"""Teams in the database."""

from keel.data import Repository

from repair_workshop.teams.models import Team
from repair_workshop.teams.policy import POLICY


class TeamRepository(Repository[Team]):
    """Teams that the caller may reach."""

    policy = POLICY
