"""The rules of issues."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from tracker.categories.repository import CategoryRepository
from tracker.issues.models import Issue
from tracker.issues.repository import IssueRepository
from tracker.issues.schemas import IssueCreate, IssueRead, IssueUpdate
from tracker.projects.repository import ProjectRepository


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
