"""The endpoints of projects."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from team.projects.policy import POLICY
from team.projects.schemas import ProjectCreate, ProjectQuery, ProjectRead, ProjectUpdate
from team.projects.service import Projects

router = APIRouter(prefix="/projects", tags=["projects"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_projects(
    query: Annotated[ProjectQuery, Query()], projects: Projects, links: PageLinks
) -> Page[ProjectRead]:
    """List projects."""
    return links.add(await projects.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_project(body: ProjectCreate, projects: Projects) -> ProjectRead:
    """Add a project."""
    return await projects.create(body)


@router.get("/{project_id}", dependencies=[allow(POLICY.read)])
async def read_project(project_id: UUID, projects: Projects) -> ProjectRead:
    """Read one project."""
    return await projects.read(project_id)


@router.patch("/{project_id}", dependencies=[allow(POLICY.update)])
async def update_project(project_id: UUID, body: ProjectUpdate, projects: Projects) -> ProjectRead:
    """Change a project; what the body leaves out stays."""
    return await projects.update(project_id, body)


@router.delete(
    "/{project_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_project(project_id: UUID, projects: Projects) -> None:
    """Delete a project."""
    await projects.delete(project_id)
