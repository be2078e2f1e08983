"""The table of comments."""

from uuid import UUID

from keel.data import FileColumn, Model, Owned, SoftDeleted, StoredFile
from sqlalchemy import Text
from sqlmodel import Field


class Comment(SoftDeleted, Owned, Model, table=True):
    """What somebody said about an issue."""

    __tablename__ = "comments"

    issue_id: UUID = Field(foreign_key="issues.id", ondelete="CASCADE", index=True)
    text: str = Field(sa_type=Text)
    screenshot: StoredFile | None = Field(default=None, sa_type=FileColumn)
