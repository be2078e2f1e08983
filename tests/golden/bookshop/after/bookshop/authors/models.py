"""The table of authors."""

from datetime import date

from keel.data import Model, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Author(Model, table=True):
    """A person who writes books."""

    __tablename__ = "authors"
    __table_args__ = (Index(None, "name", "id"), Index(None, "born", "id"))
    searched = Searched(name=1)

    name: str = Field(max_length=120)
    born: date | None = None
