"""The table of writers."""

from keel.data import Model, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Writer(Model, table=True):
    """Who wrote books."""

    __tablename__ = "writers"
    __table_args__ = (Index(None, "name", "id"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120, unique=True)
