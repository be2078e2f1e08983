"""The table of patients."""

from datetime import date

from keel.data import Audited, Model, Owned, Searched, SoftDeleted
from sqlalchemy import Index, Text
from sqlmodel import Field


class Patient(SoftDeleted, Audited, Owned, Model, table=True):
    """Somebody who is treated; one account may book for a whole family."""

    __tablename__ = "patients"
    __table_args__ = (Index(None, "name", "id"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120)
    born: date
    phone: str | None = Field(default=None, max_length=30, repr=False)
    notes: str | None = Field(default=None, sa_type=Text)
