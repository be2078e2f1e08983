"""The table of users."""

from uuid import UUID

from keel.auth import Account
from keel.data import Searched
from sqlalchemy import Index
from sqlmodel import Field


class User(Account, table=True):
    """Somebody who works for a company."""

    __tablename__ = "users"
    __table_args__ = (Index(None, "company_id", "id"), Index(None, "company_id", "role", "id"))
    searched = Searched(email=1)
    tenant_field = "company_id"

    company_id: UUID = Field(foreign_key="companies.id", ondelete="CASCADE")
    full_name: str | None = Field(default=None, max_length=80)
