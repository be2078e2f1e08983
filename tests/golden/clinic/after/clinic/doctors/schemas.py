"""What callers send and receive about doctors."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

from clinic.doctors.models import DoctorSpecialty

Name = Annotated[str, Field(min_length=1, max_length=120, examples=["Dr. Grace Hopper"])]
HourlyRate = Annotated[Decimal, Field(max_digits=8, decimal_places=2, ge=0)]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class DoctorCreate(Input):
    """A doctor to add."""

    name: Name
    specialty: DoctorSpecialty = DoctorSpecialty.GENERAL
    hourly_rate: HourlyRate


class DoctorUpdate(Input):
    """What to change of a doctor; what is absent stays."""

    name: Name | MISSING = MISSING
    specialty: DoctorSpecialty | MISSING = MISSING
    hourly_rate: HourlyRate | MISSING = MISSING


class DoctorRead(Output):
    """A doctor as callers see it."""

    id: UUID
    name: Annotated[str, Field(examples=["Dr. Grace Hopper"])]
    specialty: DoctorSpecialty
    hourly_rate: Decimal
    upcoming: Annotated[int, Field(description="Count of appointments where status = confirmed.")]
    created_at: datetime
    updated_at: datetime


class DoctorQuery(PageQuery):
    """Which doctors to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name", "relevance"] = "relevance"
    q: Words | None = None
    specialty: DoctorSpecialty | None = None
