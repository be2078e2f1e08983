"""The table of remarks."""

from uuid import UUID

from keel.data import Model
from sqlalchemy import Text
from sqlmodel import Field


class Remark(Model, table=True):
    """What a reader says about a paper, which stays for good."""

    __tablename__ = "remarks"

    paper_id: UUID | None = Field(
        default=None, foreign_key="papers.id", ondelete="SET NULL", index=True
    )
    text: str = Field(sa_type=Text)
