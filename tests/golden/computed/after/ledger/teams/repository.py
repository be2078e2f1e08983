"""Teams in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from ledger.teams.models import Team
from ledger.teams.policy import POLICY
from ledger.users.repository import UserRepository


class TeamRepository(Repository[Team]):
    """Teams that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each team, of rows that the caller may list."""
        users = self.referring(UserRepository, by="team_id")
        return {
            "size": users.count(is_active=True),
        }
