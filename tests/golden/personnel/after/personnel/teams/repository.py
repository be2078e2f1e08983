"""Teams in the database."""

from keel.data import Repository

from personnel.seats.models import Seat
from personnel.teams.models import Team
from personnel.teams.policy import POLICY


class TeamRepository(Repository[Team]):
    """Teams that the caller may reach."""

    policy = POLICY
    members = Seat
