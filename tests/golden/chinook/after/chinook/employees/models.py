"""The table of employees."""

from datetime import date
from uuid import UUID

from keel.data import Compared, Model, Searched
from sqlalchemy import Index
from sqlmodel import Field


class Employee(Model, table=True):
    """Who works here, and for whom."""

    __tablename__ = "employees"
    __table_args__ = (
        Compared("hired", ">", "born"),
        Index(None, "last_name", "id"),
        Index(None, "hired", "id"),
    )
    searched = Searched(last_name=1)

    first_name: str = Field(max_length=20)
    last_name: str = Field(max_length=20)
    title: str = Field(max_length=30)
    email: str = Field(max_length=254, unique=True)
    phone: str | None = Field(default=None, max_length=24)
    born: date | None = None
    hired: date
    address: str | None = Field(default=None, max_length=70)
    city: str | None = Field(default=None, max_length=40, index=True)
    state: str | None = Field(default=None, max_length=40)
    country: str | None = Field(default=None, max_length=40, index=True)
    postal_code: str | None = Field(default=None, max_length=10)
    reports_to_id: UUID | None = Field(
        default=None, foreign_key="employees.id", ondelete="RESTRICT", index=True
    )
