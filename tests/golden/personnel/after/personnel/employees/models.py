"""The table of employees."""

from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from keel.data import Model, Owned, Searched, Together, choice
from sqlalchemy import Index
from sqlmodel import Field


class EmployeeRank(StrEnum):
    """Values of `Employee.rank`."""

    JUNIOR = "junior"
    SENIOR = "senior"


class Employee(Owned, Model, table=True):
    """Somebody's file; who it is about owns it."""

    __tablename__ = "employees"
    __table_args__ = (Index(None, "name", "id"), Together("bonus", "bonus_currency"))
    searched = Searched(name=1)

    name: str = Field(max_length=120)
    team_id: UUID = Field(foreign_key="teams.id", ondelete="RESTRICT", index=True)
    tax_number: str = Field(max_length=20, repr=False)
    salary: Decimal | None = Field(default=None, max_digits=10, decimal_places=2)
    bonus: Decimal | None = Field(default=None, max_digits=14, decimal_places=2)
    bonus_currency: str | None = Field(default=None, max_length=3)
    rank: EmployeeRank = Field(
        default=EmployeeRank.JUNIOR, sa_type=choice(EmployeeRank), index=True
    )
    score: int | None = None
