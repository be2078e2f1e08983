"""What callers send and receive about tasks."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output
from pydantic import MISSING, Field

from ledger.tasks.models import TaskState

Title = Annotated[str, Field(min_length=1, max_length=80)]
Hours = Annotated[Decimal, Field(max_digits=8, decimal_places=3, ge=0)]
Rank = Annotated[int, Field(ge=1, le=9)]


class TaskCreate(Input):
    """A task to add."""

    title: Title
    project_id: UUID
    state: TaskState = TaskState.OPEN
    hours: Hours
    rank: Rank
    due: date | None = None
    assignee_id: UUID | None = None


class TaskUpdate(Input):
    """What to change of a task; what is absent stays."""

    title: Title | MISSING = MISSING
    project_id: UUID | MISSING = MISSING
    state: TaskState | MISSING = MISSING
    hours: Hours | MISSING = MISSING
    rank: Rank | MISSING = MISSING
    due: date | MISSING | None = MISSING
    assignee_id: UUID | MISSING | None = MISSING


class TaskRead(Output):
    """A task as callers see it."""

    id: UUID
    title: str
    project_id: UUID
    state: TaskState
    hours: Decimal
    rank: int
    due: date | None
    assignee_id: UUID | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class TaskQuery(CursorQuery):
    """Which tasks to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
