"""What callers send and receive about issues."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output
from pydantic import MISSING, Field

from team.issues.models import IssueStatus

Title = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class IssueCreate(Input):
    """An issue to add."""

    project_id: UUID
    title: Title


class IssueUpdate(Input):
    """What to change of an issue; what is absent stays."""

    project_id: UUID | MISSING = MISSING
    title: Title | MISSING = MISSING


class IssueRead(Output):
    """An issue as callers see it."""

    id: UUID
    project_id: UUID
    title: str
    status: IssueStatus
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class IssueQuery(CursorQuery):
    """Which issues to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "title", "-title", "relevance"] = "relevance"
    q: Words | None = None
    project_id: UUID | None = None
    status: IssueStatus | None = None
