"""The table of items."""

from keel.data import Model, Owned, Searched
from sqlmodel import Field


class Item(Owned, Model, table=True):
    """Something that a person keeps."""

    __tablename__ = "items"
    searched = Searched(title=1)

    title: str = Field(max_length=255)
    description: str | None = Field(default=None, max_length=255)
