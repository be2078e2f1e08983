"""What callers send and receive about patients."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]
Phone = Annotated[str, Field(min_length=5, max_length=30)]
Notes = Annotated[str, Field(max_length=10_000)]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class PatientCreate(Input):
    """A patient to add."""

    name: Name
    born: date
    phone: Phone | None = Field(default=None, repr=False)
    notes: Notes | None = None


class PatientUpdate(Input):
    """What to change of a patient; what is absent stays."""

    name: Name | MISSING = MISSING
    born: date | MISSING = MISSING
    phone: Phone | MISSING | None = Field(default=MISSING, repr=False)
    notes: Notes | MISSING | None = MISSING


class PatientRead(Output):
    """A patient as callers see it."""

    id: UUID
    name: str
    born: date
    phone: str | MISSING | None = Field(default=MISSING, repr=False)
    notes: str | MISSING | None = MISSING
    owner_id: UUID
    created_by_id: UUID | None
    updated_by_id: UUID | None
    created_at: datetime
    updated_at: datetime


class PatientQuery(PageQuery):
    """Which patients to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name", "relevance"] = "relevance"
    q: Words | None = None


class PatientDeleted(PatientRead):
    """A patient that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
