"""The table of sections."""

from keel.data import Model
from sqlmodel import Field


class Section(Model, table=True):
    """A part of the magazine."""

    __tablename__ = "sections"

    name: str = Field(max_length=60, unique=True)
