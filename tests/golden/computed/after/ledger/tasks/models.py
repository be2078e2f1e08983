"""The table of tasks."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from keel.data import Model, Owned, choice
from sqlalchemy import UniqueConstraint
from sqlmodel import Field


class TaskState(StrEnum):
    """Values of `Task.state`."""

    OPEN = "open"
    IN_WORK = "in-work"
    DONE = "done"


class Task(Owned, Model, table=True):
    """Something to be done."""

    __tablename__ = "tasks"
    __table_args__ = (UniqueConstraint("project_id", "owner_id", "title"),)

    title: str = Field(max_length=80)
    project_id: UUID = Field(foreign_key="projects.id", ondelete="CASCADE")
    state: TaskState = Field(default=TaskState.OPEN, sa_type=choice(TaskState))
    hours: Decimal = Field(max_digits=8, decimal_places=3)
    rank: int
    due: date | None = None
    assignee_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )
