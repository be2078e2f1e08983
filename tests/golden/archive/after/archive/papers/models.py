"""The table of papers."""

from enum import StrEnum
from uuid import UUID

from keel.data import AtMost, Model, Owned, Pair, Searched, SoftDeleted, UniqueUndeleted, choice
from sqlalchemy import Index
from sqlmodel import Field


class PaperStatus(StrEnum):
    """Values of `Paper.status`."""

    DRAFT = "draft"
    FINAL = "final"


class Paper(SoftDeleted, Owned, Model, table=True):
    """What somebody wrote."""

    __tablename__ = "papers"
    __table_args__ = (UniqueUndeleted("title"), Index(None, "title", "id"))
    rules = (AtMost(3, per="owner_id", where={"status": PaperStatus.DRAFT}),)
    searched = Searched(title=1)

    title: str = Field(max_length=120)
    status: PaperStatus = Field(default=PaperStatus.DRAFT, sa_type=choice(PaperStatus), index=True)
    folder_id: UUID = Field(foreign_key="folders.id", ondelete="CASCADE", index=True)
    source_id: UUID | None = Field(
        default=None, foreign_key="papers.id", ondelete="SET NULL", index=True
    )


class PaperLabel(Pair, table=True):
    """The `labels` of papers."""

    __tablename__ = "paper_labels"

    paper_id: UUID = Field(foreign_key="papers.id", ondelete="CASCADE", primary_key=True)
    label_id: UUID = Field(
        foreign_key="labels.id", ondelete="CASCADE", primary_key=True, index=True
    )
