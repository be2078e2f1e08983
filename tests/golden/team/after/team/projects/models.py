"""The table of projects."""

from keel.data import Model, Owned, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Project(Owned, Model, table=True):
    """What a team works on."""

    __tablename__ = "projects"
    __table_args__ = (Index(None, "name", "id"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120)
