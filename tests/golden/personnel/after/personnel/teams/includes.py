"""Teams with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from personnel.employees.schemas import EmployeeRead
from personnel.employees.service import Employees
from personnel.teams.schemas import TeamRead
from personnel.teams.service import Teams


class TeamWithIncludes(TeamRead):
    """A team, with what `include` asks for."""

    employees: list[EmployeeRead] | MISSING = MISSING


async def get_teams_with_includes(
    teams: Teams,
    employees: Employees,
) -> Including[TeamWithIncludes]:
    """Teams for this request and its caller, with what it asks for."""
    return Including(
        teams,
        TeamWithIncludes,
        employees=Many(employees, "team_id"),
    )


TeamsWithIncludes = Annotated[Including[TeamWithIncludes], Depends(get_teams_with_includes)]
