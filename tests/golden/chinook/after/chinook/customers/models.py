"""The table of customers."""

from uuid import UUID

from keel.data import Model, Owned, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Customer(Owned, Model, table=True):
    """Who buys music, as they describe themselves."""

    __tablename__ = "customers"
    __table_args__ = (Index(None, "last_name", "id"), Index(None, "country", "id"))
    searched = Searched(first_name=1, last_name=1)

    first_name: str = Field(max_length=40)
    last_name: str = Field(max_length=20)
    email: str = Field(max_length=254)
    company: str | None = Field(default=None, max_length=80)
    phone: str | None = Field(default=None, max_length=24)
    address: str | None = Field(default=None, max_length=70)
    city: str | None = Field(default=None, max_length=40, index=True)
    state: str | None = Field(default=None, max_length=40)
    country: str | None = Field(default=None, max_length=40)
    postal_code: str | None = Field(default=None, max_length=10)
    support_rep_id: UUID | None = Field(
        default=None, foreign_key="employees.id", ondelete="SET NULL", index=True
    )
