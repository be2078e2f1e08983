"""The table of genres."""

from keel.data import Model
from sqlalchemy import Index
from sqlmodel import Field


class Genre(Model, table=True):
    """A kind of music."""

    __tablename__ = "genres"
    __table_args__ = (Index(None, "name", "id"),)

    name: str = Field(max_length=120, unique=True)
