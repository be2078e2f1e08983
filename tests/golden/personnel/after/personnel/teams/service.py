"""The rules of teams."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from personnel.teams.models import Team
from personnel.teams.repository import TeamRepository
from personnel.teams.schemas import TeamCreate, TeamRead, TeamUpdate


class TeamService(Service[Team, TeamCreate, TeamUpdate, TeamRead]):
    """What can happen to a team; override a method to add a rule."""


async def get_teams(session: Session, caller: CurrentCaller) -> TeamService:
    """The service of teams for this request and its caller."""
    return TeamService(TeamRepository(session, caller))


Teams = Annotated[TeamService, Depends(get_teams)]
