"""The endpoints of teams."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from ledger.teams.policy import POLICY
from ledger.teams.schemas import TeamCreate, TeamQuery, TeamRead, TeamUpdate
from ledger.teams.service import Teams

router = APIRouter(prefix="/teams", tags=["teams"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_teams(
    query: Annotated[TeamQuery, Query()], teams: Teams, links: PageLinks
) -> Page[TeamRead]:
    """List teams."""
    return links.add(await teams.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_team(body: TeamCreate, teams: Teams) -> TeamRead:
    """Add a team."""
    return await teams.create(body)


@router.get("/{team_id}", dependencies=[allow(POLICY.read)])
async def read_team(team_id: UUID, teams: Teams) -> TeamRead:
    """Read one team."""
    return await teams.read(team_id)


@router.patch("/{team_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_team(team_id: UUID, body: TeamUpdate, teams: Teams) -> TeamRead:
    """Change a team; what the body leaves out stays."""
    return await teams.update(team_id, body)


@router.delete(
    "/{team_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_team(team_id: UUID, teams: Teams) -> None:
    """Delete a team."""
    await teams.delete(team_id)
