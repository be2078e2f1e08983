"""The table of papers."""

from enum import StrEnum
from uuid import UUID

from keel.data import FileColumn, Model, Owned, Searched, StoredFile, choice
from sqlmodel import Field


class PaperStatus(StrEnum):
    """Values of `Paper.status`."""

    DRAFT = "draft"
    FILED = "filed"


class Paper(Owned, Model, table=True):
    """What somebody gave to the archive."""

    __tablename__ = "papers"
    searched = Searched(title=1)

    title: str = Field(max_length=200)
    collection_id: UUID = Field(foreign_key="collections.id", ondelete="CASCADE", index=True)
    scan: StoredFile | None = Field(default=None, sa_type=FileColumn)
    fair_copy: StoredFile | None = Field(default=None, sa_type=FileColumn)
    status: PaperStatus = Field(default=PaperStatus.DRAFT, sa_type=choice(PaperStatus))
