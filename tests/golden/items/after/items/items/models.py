"""The table of items."""

from keel.data import Model, Owned
from sqlmodel import Field


class Item(Owned, Model, table=True):
    """Something that a person keeps."""

    __tablename__ = "items"

    title: str = Field(max_length=255)
    description: str | None = Field(default=None, max_length=255)
