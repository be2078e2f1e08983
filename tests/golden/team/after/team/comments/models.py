"""The table of comments."""

from uuid import UUID

from keel.data import Model, Owned
from sqlalchemy import Text
from sqlmodel import Field


class Comment(Owned, Model, table=True):
    """What somebody says about an issue."""

    __tablename__ = "comments"

    issue_id: UUID = Field(foreign_key="issues.id", ondelete="CASCADE", index=True)
    text: str = Field(sa_type=Text)
    is_pinned: bool = False
