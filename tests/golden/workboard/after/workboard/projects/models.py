"""The table of projects."""

from keel.data import Model, Owned, Searched
from sqlmodel import Field


class Project(Owned, Model, table=True):
    """What people work on."""

    __tablename__ = "projects"
    searched = Searched(name=1)

    name: str = Field(max_length=80)
