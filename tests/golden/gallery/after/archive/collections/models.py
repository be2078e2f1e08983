"""The table of collections."""

from keel.data import FileColumn, Model, StoredFile
from sqlmodel import Field


class Collection(Model, table=True):
    """What belongs together."""

    __tablename__ = "collections"

    name: str = Field(max_length=120, unique=True)
    cover: StoredFile | None = Field(default=None, sa_type=FileColumn)
