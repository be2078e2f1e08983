"""The table of issues."""

from enum import StrEnum
from uuid import UUID

from keel.data import Model, Owned, Searched, choice
from sqlalchemy import Index
from sqlmodel import Field


class IssueStatus(StrEnum):
    """Values of `Issue.status`."""

    OPEN = "open"
    CLOSED = "closed"


class Issue(Owned, Model, table=True):
    """Something to do."""

    __tablename__ = "issues"
    __table_args__ = (Index(None, "title", "id"),)
    searched = Searched(title=1)

    project_id: UUID = Field(foreign_key="projects.id", ondelete="RESTRICT", index=True)
    title: str = Field(max_length=200)
    status: IssueStatus = Field(default=IssueStatus.OPEN, sa_type=choice(IssueStatus), index=True)
