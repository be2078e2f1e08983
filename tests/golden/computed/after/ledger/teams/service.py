"""The rules of teams."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from ledger.teams.models import Team
from ledger.teams.repository import TeamRepository
from ledger.teams.schemas import TeamCreate, TeamRead, TeamUpdate
from ledger.users.repository import UserRepository


class TeamService(Service[Team, TeamCreate, TeamUpdate, TeamRead]):
    """What can happen to a team; override a method to add a rule."""


async def get_teams(session: Session, caller: CurrentCaller) -> TeamService:
    """The service of teams for this request and its caller."""
    return TeamService(
        TeamRepository(session, caller),
        lead_id=UserRepository(session, caller),
    )


Teams = Annotated[TeamService, Depends(get_teams)]
