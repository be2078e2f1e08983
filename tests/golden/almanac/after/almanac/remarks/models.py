"""The table of remarks."""

from uuid import UUID

from keel.data import Model, Owned, Searched
from sqlalchemy import Text
from sqlmodel import Field


class Remark(Owned, Model, table=True):
    """One of the remarks."""

    __tablename__ = "remarks"
    searched = Searched(words=10)

    article_id: UUID = Field(foreign_key="articles.id", ondelete="CASCADE", index=True)
    words: str = Field(sa_type=Text)
