"""What callers send and receive about issues."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output
from pydantic import MISSING, Field

Title = Annotated[str, Field(min_length=1, max_length=200)]
IssueInclude = Literal["project", "category"]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class IssueCreate(Input):
    """An issue to add."""

    title: Title
    category_id: UUID | None = None


class IssueUpdate(Input):
    """What to change of an issue; what is absent stays."""

    title: Title | MISSING = MISSING
    category_id: UUID | MISSING | None = MISSING


class IssueRead(Output):
    """An issue as callers see it."""

    id: UUID
    title: str
    project_id: UUID
    category_id: UUID | None
    created_at: datetime
    updated_at: datetime


class IssueQuery(CursorQuery):
    """Which issues to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "title", "-title", "relevance"] = "relevance"
    q: Words | None = None
    category_id: UUID | None = None
    include: Sequence[IssueInclude] = ()
