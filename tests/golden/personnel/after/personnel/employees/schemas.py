"""What callers send and receive about employees."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CurrencyCode, Input, Output, PageQuery
from pydantic import MISSING, Field

from personnel.employees.models import EmployeeRank

Name = Annotated[str, Field(min_length=1, max_length=120)]
TaxNumber = Annotated[str, Field(min_length=1, max_length=20)]
Salary = Annotated[Decimal, Field(max_digits=10, decimal_places=2, ge=0)]
Bonus = Annotated[Decimal, Field(max_digits=14, decimal_places=2, ge=0)]
Score = Annotated[int, Field(ge=1, le=5)]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class EmployeeCreate(Input):
    """An employee to add."""

    name: Name
    team_id: UUID
    tax_number: TaxNumber = Field(repr=False)
    salary: Salary | None = None
    bonus: Bonus | None = None
    bonus_currency: CurrencyCode | None = None
    rank: EmployeeRank = EmployeeRank.JUNIOR
    score: Score | None = None


class EmployeeUpdate(Input):
    """What to change of an employee; what is absent stays."""

    name: Name | MISSING = MISSING
    team_id: UUID | MISSING = MISSING
    tax_number: TaxNumber | MISSING = Field(default=MISSING, repr=False)
    salary: Salary | MISSING | None = MISSING
    bonus: Bonus | MISSING | None = MISSING
    bonus_currency: CurrencyCode | MISSING | None = MISSING
    rank: EmployeeRank | MISSING = MISSING
    score: Score | MISSING | None = MISSING


class EmployeeAssess(Input):
    """What it takes to assess an employee."""

    score: Score | None = None


class EmployeeRead(Output):
    """An employee as callers see it."""

    id: UUID
    name: str
    team_id: UUID
    tax_number: str | MISSING = Field(default=MISSING, repr=False)
    salary: Decimal | MISSING | None = MISSING
    bonus: Decimal | MISSING | None = MISSING
    bonus_currency: str | MISSING | None = MISSING
    rank: EmployeeRank
    score: int | MISSING | None = MISSING
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class EmployeeSelection(Input):
    """Which employees, and in what order."""

    sort: Literal["created_at", "-created_at", "name", "-name", "relevance"] = "relevance"
    q: Words | None = None
    rank: EmployeeRank | None = None
    team_id: UUID | None = None


class EmployeeQuery(EmployeeSelection, PageQuery):
    """Which employees to list, in what order, and how many."""
