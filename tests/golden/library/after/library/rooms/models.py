"""The table of rooms."""

from keel.data import Model
from sqlmodel import Field


class Room(Model, table=True):
    """Where a book is read."""

    __tablename__ = "rooms"

    name: str = Field(max_length=255)
