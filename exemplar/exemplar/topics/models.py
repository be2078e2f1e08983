"""The table of topics."""

from keel.data import Model, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Topic(Model, table=True):
    """What notes are about."""

    __tablename__ = "topics"
    __table_args__ = (Index(None, "name", "id"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120, unique=True)
    about: str | None = Field(default=None, max_length=2_000)
