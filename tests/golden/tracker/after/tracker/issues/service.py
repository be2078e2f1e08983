"""The rules of issues."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SnapshotSession, SoftDeleteService, now

from tracker.issues.models import Issue, IssueStatus
from tracker.issues.repository import IssueRepository
from tracker.issues.schemas import IssueCreate, IssueRead, IssueUpdate
from tracker.labels.repository import LabelRepository
from tracker.projects.repository import ProjectRepository
from tracker.users.repository import UserRepository


class IssueService(SoftDeleteService[Issue, IssueCreate, IssueUpdate, IssueRead]):
    """What can happen to an issue; override a method to add a rule."""

    caller_fields = ("reporter_id",)

    async def start(self, issue_id: UUID) -> IssueRead:
        """Start an issue."""
        issue = await self.row_for(
            "start", issue_id, needs=("assignee_id",), status=IssueStatus.OPEN
        )
        issue.status = IssueStatus.STARTED
        return await self.save(issue)

    async def close(self, issue_id: UUID) -> IssueRead:
        """Close an issue."""
        issue = await self.row_for("close", issue_id, status=IssueStatus.STARTED)
        issue.status = IssueStatus.CLOSED
        issue.closed_at = now()
        return await self.save(issue)

    async def reopen(self, issue_id: UUID) -> IssueRead:
        """Reopen an issue."""
        issue = await self.row_for("reopen", issue_id, status=IssueStatus.CLOSED)
        issue.status = IssueStatus.OPEN
        issue.closed_at = None
        return await self.save(issue)


async def get_issues(session: Session, caller: CurrentCaller) -> IssueService:
    """The service of issues for this request and its caller."""
    return IssueService(
        IssueRepository(session, caller),
        project_id=ProjectRepository(session, caller),
        reporter_id=UserRepository(session, caller),
        assignee_id=UserRepository(session, caller),
        label_ids=LabelRepository(session, caller),
    )


Issues = Annotated[IssueService, Depends(get_issues)]


async def get_issues_to_export(session: SnapshotSession, caller: CurrentCaller) -> IssueService:
    """The service of issues as they are at one moment, until the answer is sent."""
    return await get_issues(session, caller)


IssuesToExport = Annotated[IssueService, Depends(get_issues_to_export)]
