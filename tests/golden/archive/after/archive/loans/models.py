"""The table of loans."""

from datetime import date
from uuid import UUID

from keel.data import Model, Owned, SoftDeleted
from sqlmodel import Field


class Loan(SoftDeleted, Owned, Model, table=True):
    """Who has a paper at home."""

    __tablename__ = "loans"

    paper_id: UUID = Field(foreign_key="papers.id", ondelete="RESTRICT", index=True)
    until: date
