"""The endpoints of issues."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks
from keel.problems import Conflict, answers

from workboard.issues.includes import IssuesWithIncludes, IssueWithIncludes
from workboard.issues.policy import POLICY
from workboard.issues.schemas import IssueCreate, IssueInclude, IssueQuery, IssueRead, IssueUpdate
from workboard.issues.service import Issues

router = APIRouter(tags=["issues"])


@router.get("/projects/{project_id}/issues", dependencies=[allow(POLICY.list)])
async def list_issues(
    project_id: UUID,
    query: Annotated[IssueQuery, Query()],
    issues: IssuesWithIncludes,
    links: PageLinks,
) -> CursorPage[IssueWithIncludes]:
    """List issues."""
    await issues.within(project_id=project_id)
    return links.add(await issues.cursor_page(query, query.include))


@router.post(
    "/projects/{project_id}/issues",
    status_code=201,
    dependencies=[allow(POLICY.create)],
    responses=answers(Conflict),
)
async def create_issue(project_id: UUID, body: IssueCreate, issues: Issues) -> IssueRead:
    """Add an issue."""
    await issues.within(project_id=project_id)
    return await issues.create(body)


@router.get("/issues/{issue_id}", dependencies=[allow(POLICY.read)])
async def read_issue(
    issue_id: UUID,
    issues: IssuesWithIncludes,
    include: Annotated[Sequence[IssueInclude], Query()] = (),
) -> IssueWithIncludes:
    """Read one issue."""
    return await issues.read(issue_id, include)


@router.patch(
    "/issues/{issue_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict)
)
async def update_issue(issue_id: UUID, body: IssueUpdate, issues: Issues) -> IssueRead:
    """Change an issue; what the body leaves out stays."""
    return await issues.update(issue_id, body)


@router.delete("/issues/{issue_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_issue(issue_id: UUID, issues: Issues) -> None:
    """Delete an issue."""
    await issues.delete(issue_id)
