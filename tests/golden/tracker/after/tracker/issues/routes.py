"""The endpoints of issues."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import (
    Change,
    CursorPage,
    ExportResponse,
    Page,
    PageLinks,
    PageQuery,
    changes_of,
    exported,
)
from keel.data.bulk import Bulk, BulkOutcomes, update_each
from keel.problems import Conflict, answers

from tracker.issues.includes import IssuesWithIncludes, IssueWithIncludes
from tracker.issues.policy import POLICY
from tracker.issues.schemas import (
    IssueBulkUpdate,
    IssueCreate,
    IssueDeleted,
    IssueInclude,
    IssueQuery,
    IssueRead,
    IssueSelection,
    IssueUpdate,
)
from tracker.issues.service import Issues, IssuesToExport

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


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv"),
)
async def export_issues(
    file_format: Literal["csv"],
    query: Annotated[IssueSelection, Query()],
    issues: IssuesToExport,
) -> ExportResponse:
    """Export issues: a file of all that the list has."""
    return ExportResponse.of(issues, query, file_format)


@router.get("/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_issues(
    query: Annotated[PageQuery, Query()], issues: Issues, links: PageLinks
) -> Page[IssueDeleted]:
    """List deleted issues, the last deleted first."""
    return links.add(await issues.deleted(query, IssueDeleted))


@router.patch("/bulk", dependencies=[allow(POLICY.update)])
async def bulk_update_issues(
    body: Bulk[IssueBulkUpdate], issues: Issues
) -> BulkOutcomes[IssueRead]:
    """Change several issues, each on its own."""
    return await update_each(issues, body)


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
    "/{issue_id}/restore", dependencies=[allow(POLICY.restore)], responses=answers(Conflict)
)
async def restore_issue(issue_id: UUID, issues: Issues) -> IssueRead:
    """Restore a deleted issue, with what was deleted with it."""
    return await issues.restore(issue_id)


@router.get("/{issue_id}/history", dependencies=[allow(POLICY.history)])
async def list_issue_history(
    issue_id: UUID, query: Annotated[PageQuery, Query()], issues: Issues, links: PageLinks
) -> Page[Change]:
    """List what changed in an issue, newest first."""
    return links.add(await changes_of(issues, issue_id, query))


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
