"""What callers send and receive about doctors."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]
Cheapest = Annotated[Decimal, Field(max_digits=8, decimal_places=2, ge=0)]
Dearest = Annotated[Decimal, Field(max_digits=8, decimal_places=2, ge=0)]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class DoctorCreate(Input):
    """A doctor to add."""

    name: Name
    cheapest: Cheapest
    dearest: Dearest


class DoctorUpdate(Input):
    """What to change of a doctor; what is absent stays."""

    name: Name | MISSING = MISSING
    cheapest: Cheapest | MISSING = MISSING
    dearest: Dearest | MISSING = MISSING


class DoctorRead(Output):
    """A doctor as callers see it."""

    id: UUID
    name: str
    cheapest: Decimal
    dearest: Decimal
    created_at: datetime
    updated_at: datetime


class DoctorQuery(PageQuery):
    """Which doctors to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
