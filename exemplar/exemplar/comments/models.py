"""The table of comments."""

from uuid import UUID

from keel.data import Model, Owned
from sqlmodel import Field


class Comment(Owned, Model, table=True):
    """What somebody says about a note."""

    __tablename__ = "comments"

    text: str = Field(max_length=500)
    note_id: UUID = Field(foreign_key="notes.id", ondelete="CASCADE", index=True)
    parent_id: UUID | None = Field(
        default=None, foreign_key="comments.id", ondelete="CASCADE", index=True
    )
