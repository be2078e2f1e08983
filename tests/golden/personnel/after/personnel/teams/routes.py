"""The endpoints of teams."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from personnel.teams.includes import TeamsWithIncludes, TeamWithIncludes
from personnel.teams.policy import POLICY
from personnel.teams.schemas import TeamCreate, TeamInclude, TeamQuery, TeamRead, TeamUpdate
from personnel.teams.service import Teams

router = APIRouter(prefix="/teams", tags=["teams"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_teams(
    query: Annotated[TeamQuery, Query()], teams: TeamsWithIncludes, links: PageLinks
) -> Page[TeamWithIncludes]:
    """List teams."""
    return links.add(await teams.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_team(body: TeamCreate, teams: Teams) -> TeamRead:
    """Add a team."""
    return await teams.create(body)


@router.get("/{team_id}", dependencies=[allow(POLICY.read)])
async def read_team(
    team_id: UUID, teams: TeamsWithIncludes, include: Annotated[Sequence[TeamInclude], Query()] = ()
) -> TeamWithIncludes:
    """Read one team."""
    return await teams.read(team_id, include)


@router.patch("/{team_id}", dependencies=[allow(POLICY.update)])
async def update_team(team_id: UUID, body: TeamUpdate, teams: Teams) -> TeamRead:
    """Change a team; what the body leaves out stays."""
    return await teams.update(team_id, body)
