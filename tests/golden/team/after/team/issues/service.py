"""The rules of issues."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from team.issues.models import Issue, IssueStatus
from team.issues.repository import IssueRepository
from team.issues.schemas import IssueCreate, IssueRead, IssueUpdate
from team.projects.repository import ProjectRepository


class IssueService(Service[Issue, IssueCreate, IssueUpdate, IssueRead]):
    """What can happen to an issue; override a method to add a rule."""

    async def close(self, issue_id: UUID) -> IssueRead:
        """Close an issue."""
        issue = await self.row_for("close", issue_id, status=IssueStatus.OPEN)
        issue.status = IssueStatus.CLOSED
        return await self.save(issue)

    async def reopen(self, issue_id: UUID) -> IssueRead:
        """Reopen an issue."""
        issue = await self.row_for("reopen", issue_id, status=IssueStatus.CLOSED)
        issue.status = IssueStatus.OPEN
        return await self.save(issue)


async def get_issues(session: Session, caller: CurrentCaller) -> IssueService:
    """The service of issues for this request and its caller."""
    return IssueService(
        IssueRepository(session, caller),
        project_id=ProjectRepository(session, caller),
    )


Issues = Annotated[IssueService, Depends(get_issues)]
