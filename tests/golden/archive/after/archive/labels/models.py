"""The table of labels."""

from keel.data import Model, SoftDeleted, UniqueUndeleted
from sqlmodel import Field


class Label(SoftDeleted, Model, table=True):
    """A word that papers are found by."""

    __tablename__ = "labels"
    __table_args__ = (UniqueUndeleted("name"),)

    name: str = Field(max_length=40)
