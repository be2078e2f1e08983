"""The table of topics."""

from keel.data import Model
from sqlmodel import Field


class Topic(Model, table=True):
    """What notices are about."""

    __tablename__ = "topics"

    name: str = Field(max_length=60, unique=True)
