"""What callers send and receive about appointments."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery, Timestamp
from pydantic import MISSING, Field

from appointments.appointments.models import AppointmentStatus

Reason = Annotated[str, Field(max_length=200)]


class AppointmentCreate(Input):
    """An appointment to add."""

    doctor_id: UUID
    starts_at: Timestamp
    ends_at: Timestamp
    reason: Reason | None = None


class AppointmentUpdate(Input):
    """What to change of an appointment; what is absent stays."""

    doctor_id: UUID | MISSING = MISSING
    starts_at: Timestamp | MISSING = MISSING
    ends_at: Timestamp | MISSING = MISSING
    reason: Reason | MISSING | None = MISSING


class AppointmentRead(Output):
    """An appointment as callers see it."""

    id: UUID
    doctor_id: UUID
    starts_at: datetime
    ends_at: datetime
    reason: str | None
    status: AppointmentStatus
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class AppointmentQuery(PageQuery):
    """Which appointments to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "starts_at", "-starts_at"] = "-created_at"
    doctor_id: UUID | None = None
    status: AppointmentStatus | None = None
