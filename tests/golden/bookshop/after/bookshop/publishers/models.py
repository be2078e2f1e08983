"""The table of publishers."""

from keel.data import Model, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Publisher(Model, table=True):
    """A house that publishes books."""

    __tablename__ = "publishers"
    __table_args__ = (Index(None, "name", "id"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120, unique=True)
    website: str | None = Field(default=None, max_length=2048)
