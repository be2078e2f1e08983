"""The endpoints of projects."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from tracker.projects.includes import ProjectsWithIncludes, ProjectWithIncludes
from tracker.projects.policy import POLICY
from tracker.projects.schemas import (
    ProjectCreate,
    ProjectInclude,
    ProjectQuery,
    ProjectRead,
    ProjectUpdate,
)
from tracker.projects.service import Projects

router = APIRouter(prefix="/projects", tags=["projects"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_projects(
    query: Annotated[ProjectQuery, Query()], projects: ProjectsWithIncludes, links: PageLinks
) -> Page[ProjectWithIncludes]:
    """List projects."""
    return links.add(await projects.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_project(body: ProjectCreate, projects: Projects) -> ProjectRead:
    """Add a project."""
    return await projects.create(body)


@router.get("/{project_id}", dependencies=[allow(POLICY.read)])
async def read_project(
    project_id: UUID,
    projects: ProjectsWithIncludes,
    include: Annotated[Sequence[ProjectInclude], Query()] = (),
) -> ProjectWithIncludes:
    """Read one project."""
    return await projects.read(project_id, include)


@router.patch("/{project_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_project(project_id: UUID, body: ProjectUpdate, projects: Projects) -> ProjectRead:
    """Change a project; what the body leaves out stays."""
    return await projects.update(project_id, body)


@router.delete("/{project_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_project(project_id: UUID, projects: Projects) -> None:
    """Delete a project."""
    await projects.delete(project_id)
