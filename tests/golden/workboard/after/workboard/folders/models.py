"""The table of folders."""

from uuid import UUID

from keel.data import Model, Owned
from sqlmodel import Field


class Folder(Owned, Model, table=True):
    """Where files are."""

    __tablename__ = "folders"

    name: str = Field(max_length=255)
    inside_id: UUID | None = Field(
        default=None, foreign_key="folders.id", ondelete="CASCADE", index=True
    )
