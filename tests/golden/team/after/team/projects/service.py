"""The rules of projects."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from team.projects.models import Project
from team.projects.repository import ProjectRepository
from team.projects.schemas import ProjectCreate, ProjectRead, ProjectUpdate


class ProjectService(Service[Project, ProjectCreate, ProjectUpdate, ProjectRead]):
    """What can happen to a project; override a method to add a rule."""


async def get_projects(session: Session, caller: CurrentCaller) -> ProjectService:
    """The service of projects for this request and its caller."""
    return ProjectService(ProjectRepository(session, caller))


Projects = Annotated[ProjectService, Depends(get_projects)]
