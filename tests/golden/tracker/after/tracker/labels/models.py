"""The table of labels."""

from uuid import UUID

from keel.data import Model
from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field


class Label(Model, table=True):
    """A word that sorts issues."""

    __tablename__ = "labels"
    __table_args__ = (UniqueConstraint("project_id", "name"), Index(None, "name", "id"))

    project_id: UUID = Field(foreign_key="projects.id", ondelete="CASCADE")
    name: str = Field(max_length=40)
    color: str = Field(max_length=7)
