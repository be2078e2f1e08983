"""The table of projects."""

from uuid import UUID

from keel.data import Model
from sqlmodel import Field


class Project(Model, table=True):
    """What a team works on."""

    __tablename__ = "projects"

    name: str = Field(max_length=60, unique=True)
    parent_id: UUID | None = Field(
        default=None, foreign_key="projects.id", ondelete="RESTRICT", index=True
    )
