"""The table of folders."""

from uuid import UUID

from keel.data import Model, SoftDeleted, UniqueUndeleted
from sqlmodel import Field


class Folder(SoftDeleted, Model, table=True):
    """Where papers lie, and other folders."""

    __tablename__ = "folders"
    __table_args__ = (UniqueUndeleted("name"),)

    name: str = Field(max_length=80)
    parent_id: UUID | None = Field(
        default=None, foreign_key="folders.id", ondelete="CASCADE", index=True
    )
