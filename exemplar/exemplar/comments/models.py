"""The table of comments."""

from uuid import UUID

from keel.data import Audited, Model, Owned, OwnedHistory, SoftDeleted
from sqlmodel import Field


class Comment(SoftDeleted, Audited, Owned, Model, table=True):
    """What somebody says about a note."""

    __tablename__ = "comments"

    text: str = Field(max_length=500)
    note_id: UUID = Field(foreign_key="notes.id", ondelete="CASCADE", index=True)
    parent_id: UUID | None = Field(
        default=None, foreign_key="comments.id", ondelete="CASCADE", index=True
    )


# grow: history
class CommentHistory(OwnedHistory, table=True):
    """What changed in comments, when and by whom."""

    __tablename__ = "comment_history"
    of = Comment
