"""What callers send and receive about appointments."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery, Timestamp
from pydantic import MISSING, Field

from clinic.appointments.models import AppointmentStatus

Reason = Annotated[str, Field(max_length=500)]
AppointmentInclude = Literal["doctor", "patient"]


class AppointmentCreate(Input):
    """An appointment to add."""

    doctor_id: UUID
    patient_id: UUID
    starts: Timestamp
    ends: Timestamp
    reason: Reason | None = None


class AppointmentUpdate(Input):
    """What to change of an appointment; what is absent stays."""

    doctor_id: UUID | MISSING = MISSING
    patient_id: UUID | MISSING = MISSING
    starts: Timestamp | MISSING = MISSING
    ends: Timestamp | MISSING = MISSING
    reason: Reason | MISSING | None = MISSING


class AppointmentRead(Output):
    """An appointment as callers see it."""

    id: UUID
    doctor_id: UUID
    patient_id: UUID
    starts: datetime
    ends: datetime
    reason: str | None
    status: AppointmentStatus
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class AppointmentSelection(Input):
    """Which appointments, and in what order."""

    sort: Literal["created_at", "-created_at", "starts", "-starts"] = "-created_at"
    doctor_id: UUID | None = None
    patient_id: UUID | None = None
    status: AppointmentStatus | None = None
    starts__gte: Timestamp | None = None
    starts__lte: Timestamp | None = None


class AppointmentQuery(AppointmentSelection, PageQuery):
    """Which appointments to list, in what order, and how many."""

    include: Sequence[AppointmentInclude] = ()


class AppointmentFeeAnswer(Output):
    """What `GET /appointments/{appointment_id}/fee` answers."""

    quarters: int
    amount: Decimal


class AppointmentDeleted(AppointmentRead):
    """An appointment that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
