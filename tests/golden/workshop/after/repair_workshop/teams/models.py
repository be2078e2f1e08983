"""The table of teams."""

from keel.data import Model
from sqlmodel import Field


class Team(Model, table=True):
    """One of the teams."""

    __tablename__ = "teams"

    name: str = Field(max_length=60, unique=True)
