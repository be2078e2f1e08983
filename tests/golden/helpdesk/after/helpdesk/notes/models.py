"""The table of notes."""

from keel.data import Model
from sqlalchemy import Text
from sqlmodel import Field


class Note(Model, table=True):
    """What agents know, and those who were let know it."""

    __tablename__ = "notes"

    text: str = Field(sa_type=Text)
