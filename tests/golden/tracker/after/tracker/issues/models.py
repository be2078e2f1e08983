"""The table of issues."""

from uuid import UUID

from keel.data import Model, Owned
from sqlalchemy import Index
from sqlmodel import Field


class Issue(Owned, Model, table=True):
    """Something to do."""

    __tablename__ = "issues"
    __table_args__ = (Index(None, "title", "id"),)

    project_id: UUID = Field(foreign_key="projects.id", ondelete="RESTRICT", index=True)
    title: str = Field(max_length=200)
    is_done: bool = Field(default=False, index=True)
