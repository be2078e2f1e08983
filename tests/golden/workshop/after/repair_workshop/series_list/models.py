"""The table of series list."""

from keel.data import Model
from sqlmodel import Field


class Series(Model, table=True):
    """A series of parts.

    Parts of one series fit each other, whoever made them and whenever they were made; that is the
    point of it. A second paragraph follows here.
    """

    __tablename__ = "series_list"

    name: str = Field(max_length=30)
