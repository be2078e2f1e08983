"""The table of books."""

from keel.data import Model
from sqlmodel import Field


class Book(Model, table=True):
    """One of the books."""

    __tablename__ = "books"

    title: str = Field(max_length=200)
    copies: int = 1
