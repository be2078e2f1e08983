"""The table of notices."""

from uuid import UUID

from keel.data import Model
from sqlalchemy import Text
from sqlmodel import Field


class Notice(Model, table=True):
    """Something that somebody wants to be known."""

    __tablename__ = "notices"

    title: str = Field(max_length=120)
    body: str = Field(sa_type=Text)
    topic_id: UUID | None = Field(
        default=None, foreign_key="topics.id", ondelete="RESTRICT", index=True
    )
