"""The table of invoices."""

from datetime import datetime
from uuid import UUID

from keel.data import Model, Owned
from sqlalchemy import Index
from sqlmodel import Field


class Invoice(Owned, Model, table=True):
    """What a customer bought at once."""

    __tablename__ = "invoices"
    __table_args__ = (Index(None, "invoiced", "id"),)

    customer_id: UUID = Field(foreign_key="customers.id", ondelete="RESTRICT", index=True)
    invoiced: datetime
    billing_address: str | None = Field(default=None, max_length=70)
    billing_city: str | None = Field(default=None, max_length=40)
    billing_state: str | None = Field(default=None, max_length=40)
    billing_country: str | None = Field(default=None, max_length=40, index=True)
    billing_postal_code: str | None = Field(default=None, max_length=10)
