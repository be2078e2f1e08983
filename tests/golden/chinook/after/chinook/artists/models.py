"""The table of artists."""

from keel.data import Model, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Artist(Model, table=True):
    """Who makes music."""

    __tablename__ = "artists"
    __table_args__ = (Index(None, "name", "id"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120)
