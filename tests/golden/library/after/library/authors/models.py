"""The table of authors."""

from keel.data import Model
from sqlmodel import Field


class Author(Model, table=True):
    """Who wrote books."""

    __tablename__ = "authors"

    name: str = Field(max_length=120)
