"""The table of labels."""

from uuid import UUID

from keel.data import Model
from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field


class Label(Model, table=True):
    """What a ticket is about, in a word."""

    __tablename__ = "labels"
    __table_args__ = (
        UniqueConstraint("company_id", "name"),
        Index(None, "company_id", "id"),
        Index(None, "company_id", "name", "id"),
    )
    tenant_field = "company_id"

    company_id: UUID = Field(foreign_key="companies.id", ondelete="CASCADE")
    name: str = Field(max_length=40)
