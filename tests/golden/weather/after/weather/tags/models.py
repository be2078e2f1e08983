"""The table of tags."""

from keel.data import Model
from sqlmodel import Field


class Tag(Model, table=True):
    """What stations can be found by."""

    __tablename__ = "tags"

    name: str = Field(max_length=40, unique=True)
