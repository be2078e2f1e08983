"""The endpoints of issues."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks
from keel.problems import Conflict, answers

from tracker.issues.includes import IssuesWithIncludes, IssueWithIncludes
from tracker.issues.policy import POLICY
from tracker.issues.schemas import IssueCreate, IssueInclude, IssueQuery, IssueRead, IssueUpdate
from tracker.issues.service import Issues

router = APIRouter(prefix="/issues", tags=["issues"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_issues(
    query: Annotated[IssueQuery, Query()], issues: IssuesWithIncludes, links: PageLinks
) -> CursorPage[IssueWithIncludes]:
    """List issues."""
    return links.add(await issues.cursor_page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_issue(body: IssueCreate, issues: Issues) -> IssueRead:
    """Add an issue."""
    return await issues.create(body)


@router.get("/{issue_id}", dependencies=[allow(POLICY.read)])
async def read_issue(
    issue_id: UUID,
    issues: IssuesWithIncludes,
    include: Annotated[Sequence[IssueInclude], Query()] = (),
) -> IssueWithIncludes:
    """Read one issue."""
    return await issues.read(issue_id, include)


@router.patch("/{issue_id}", dependencies=[allow(POLICY.update)])
async def update_issue(issue_id: UUID, body: IssueUpdate, issues: Issues) -> IssueRead:
    """Change an issue; what the body leaves out stays."""
    return await issues.update(issue_id, body)


@router.delete("/{issue_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_issue(issue_id: UUID, issues: Issues) -> None:
    """Delete an issue."""
    await issues.delete(issue_id)


@router.post(
    "/{issue_id}/start", dependencies=[allow(POLICY.action("start"))], responses=answers(Conflict)
)
async def start_issue(issue_id: UUID, issues: Issues) -> IssueRead:
    """Start an issue."""
    return await issues.start(issue_id)


@router.post(
    "/{issue_id}/close", dependencies=[allow(POLICY.action("close"))], responses=answers(Conflict)
)
async def close_issue(issue_id: UUID, issues: Issues) -> IssueRead:
    """Close an issue."""
    return await issues.close(issue_id)


@router.post(
    "/{issue_id}/reopen", dependencies=[allow(POLICY.action("reopen"))], responses=answers(Conflict)
)
async def reopen_issue(issue_id: UUID, issues: Issues) -> IssueRead:
    """Reopen an issue."""
    return await issues.reopen(issue_id)
