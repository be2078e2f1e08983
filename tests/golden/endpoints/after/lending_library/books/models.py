"""The table of books."""

from keel.data import Model, Searched
from sqlmodel import Field


class Book(Model, table=True):
    """One of the books."""

    __tablename__ = "books"
    searched = Searched(title=1)

    title: str = Field(max_length=200)
    copies: int = 1
