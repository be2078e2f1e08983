"""The table of issues."""

from uuid import UUID

from keel.data import Model, Searched
from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field


class Issue(Model, table=True):
    """What is to be done."""

    __tablename__ = "issues"
    __table_args__ = (UniqueConstraint("project_id", "title"), Index(None, "title", "id"))
    searched = Searched(title=1)

    title: str = Field(max_length=200)
    project_id: UUID = Field(foreign_key="projects.id", ondelete="CASCADE")
    category_id: UUID | None = Field(
        default=None, foreign_key="categories.id", ondelete="RESTRICT", index=True
    )
