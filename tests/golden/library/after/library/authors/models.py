"""The table of authors."""

from keel.data import Model, Searched
from sqlmodel import Field


class Author(Model, table=True):
    """Who wrote books."""

    __tablename__ = "authors"
    searched = Searched(name=1)

    name: str = Field(max_length=120)
