"""The table of issues."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from keel.data import History, Model, Pair, Searched, SoftDeleted, choice
from sqlalchemy import Index, Text
from sqlmodel import Field


class IssueKind(StrEnum):
    """Values of `Issue.kind`."""

    BUG = "bug"
    FEATURE = "feature"
    CHORE = "chore"


class IssueStatus(StrEnum):
    """Values of `Issue.status`."""

    OPEN = "open"
    STARTED = "started"
    CLOSED = "closed"


class Issue(SoftDeleted, Model, table=True):
    """Something to be done."""

    __tablename__ = "issues"
    __table_args__ = (Index(None, "title", "id"), Index(None, "due", "id"))
    searched = Searched(title=4, body=1)

    project_id: UUID = Field(foreign_key="projects.id", ondelete="CASCADE", index=True)
    title: str = Field(max_length=200)
    body: str | None = Field(default=None, sa_type=Text)
    kind: IssueKind = Field(default=IssueKind.FEATURE, sa_type=choice(IssueKind), index=True)
    status: IssueStatus = Field(default=IssueStatus.OPEN, sa_type=choice(IssueStatus), index=True)
    reporter_id: UUID = Field(foreign_key="users.id", ondelete="RESTRICT", index=True)
    assignee_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )
    due: date | None = None
    closed_at: datetime | None = None


class IssueLabel(Pair, table=True):
    """The `labels` of issues."""

    __tablename__ = "issue_labels"

    issue_id: UUID = Field(foreign_key="issues.id", ondelete="CASCADE", primary_key=True)
    label_id: UUID = Field(
        foreign_key="labels.id", ondelete="CASCADE", primary_key=True, index=True
    )


class IssueHistory(History, table=True):
    """What changed in issues, when and by whom."""

    __tablename__ = "issue_history"
    of = Issue
