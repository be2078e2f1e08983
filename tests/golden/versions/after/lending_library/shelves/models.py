"""The table of shelves."""

from keel.data import Model
from sqlmodel import Field


class Shelf(Model, table=True):
    """Where books stand."""

    __tablename__ = "shelves"

    label: str = Field(max_length=20, unique=True)
