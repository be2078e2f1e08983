"""What callers send and receive about issues."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Ids, Input, Output
from keel.data.bulk import Identified
from pydantic import MISSING, Field

from tracker.issues.models import IssueKind, IssueStatus

Title = Annotated[str, Field(min_length=1, max_length=200, examples=["The door does not close"])]
Body = Annotated[str, Field(max_length=10_000)]
LabelIds = Annotated[Ids, Field(max_length=100)]
IssueInclude = Literal["assignee", "labels", "comments"]
Words = Annotated[str, Field(max_length=200, description="Words to find in title and body.")]


class IssueCreate(Input):
    """An issue to add."""

    project_id: UUID
    title: Title
    body: Body | None = None
    kind: IssueKind = IssueKind.FEATURE
    reporter_id: UUID | MISSING = MISSING
    assignee_id: UUID | None = None
    due: date | None = None
    label_ids: LabelIds = Field(default=[])


class IssueUpdate(Input):
    """What to change of an issue; what is absent stays."""

    project_id: UUID | MISSING = MISSING
    title: Title | MISSING = MISSING
    body: Body | MISSING | None = MISSING
    kind: IssueKind | MISSING = MISSING
    reporter_id: UUID | MISSING = MISSING
    assignee_id: UUID | MISSING | None = MISSING
    due: date | MISSING | None = MISSING
    label_ids: LabelIds | MISSING = MISSING


class IssueBulkUpdate(IssueUpdate, Identified):
    """What to change of one issue among several; what is absent stays."""


class IssueRead(Output):
    """An issue as callers see it."""

    id: UUID
    project_id: UUID
    title: Annotated[str, Field(examples=["The door does not close"])]
    body: str | None
    kind: IssueKind
    status: IssueStatus
    reporter_id: UUID
    assignee_id: UUID | None
    due: date | None
    closed_at: datetime | None
    is_late: Annotated[bool, Field(description="`due < today`.")] | None
    comment_count: Annotated[int, Field(description="Count of comments.")]
    label_ids: list[UUID]
    created_at: datetime
    updated_at: datetime


class IssueSelection(Input):
    """Which issues, and in what order."""

    sort: Literal[
        "created_at",
        "-created_at",
        "title",
        "-title",
        "due",
        "-due",
        "comment_count",
        "-comment_count",
        "relevance",
    ] = "relevance"
    q: Words | None = None
    project_id: UUID | None = None
    status: IssueStatus | None = None
    kind: IssueKind | None = None
    assignee_id: UUID | None = None
    label_ids: UUID | None = None
    label_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None
    due: date | None = None
    due__gte: date | None = None
    due__lte: date | None = None


class IssueQuery(IssueSelection, CursorQuery):
    """Which issues to list, in what order, and how many."""

    include: Sequence[IssueInclude] = ()


class IssueDeleted(IssueRead):
    """An issue that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
