"""The rules of issues."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from workboard.categories.repository import CategoryRepository
from workboard.issues.models import Issue
from workboard.issues.repository import IssueRepository
from workboard.issues.schemas import IssueCreate, IssueRead, IssueUpdate
from workboard.projects.repository import ProjectRepository


class IssueService(Service[Issue, IssueCreate, IssueUpdate, IssueRead]):
    """What can happen to an issue; override a method to add a rule."""


async def get_issues(session: Session, caller: CurrentCaller) -> IssueService:
    """The service of issues for this request and its caller."""
    return IssueService(
        IssueRepository(session, caller),
        project_id=ProjectRepository(session, caller),
        category_id=CategoryRepository(session, caller),
    )


Issues = Annotated[IssueService, Depends(get_issues)]
