"""The table of replies."""

from uuid import UUID

from keel.data import Model, Owned, SoftDeleted
from sqlalchemy import Index, Text
from sqlmodel import Field


class Reply(SoftDeleted, Owned, Model, table=True):
    """What somebody says to a ticket."""

    __tablename__ = "replies"
    __table_args__ = (Index(None, "company_id", "id"),)
    tenant_field = "company_id"

    company_id: UUID = Field(foreign_key="companies.id", ondelete="CASCADE")
    ticket_id: UUID = Field(foreign_key="tickets.id", ondelete="CASCADE", index=True)
    text: str = Field(sa_type=Text)
