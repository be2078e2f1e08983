"""The table of appointments."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from keel.data import Compared, Model, NoOverlap, Owned, OwnedHistory, SoftDeleted, choice
from sqlalchemy import Index
from sqlmodel import Field


class AppointmentStatus(StrEnum):
    """Values of `Appointment.status`."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    DONE = "done"
    CANCELLED = "cancelled"


class Appointment(SoftDeleted, Owned, Model, table=True):
    """A time with a doctor."""

    __tablename__ = "appointments"
    __table_args__ = (Compared("ends", ">", "starts"), Index(None, "starts", "id"))
    rules = (
        NoOverlap("starts", "ends", per="doctor_id", where={"status": AppointmentStatus.CONFIRMED}),
    )

    doctor_id: UUID = Field(foreign_key="doctors.id", ondelete="RESTRICT", index=True)
    patient_id: UUID = Field(foreign_key="patients.id", ondelete="CASCADE", index=True)
    starts: datetime
    ends: datetime
    reason: str | None = Field(default=None, max_length=500)
    status: AppointmentStatus = Field(
        default=AppointmentStatus.REQUESTED, sa_type=choice(AppointmentStatus), index=True
    )


class AppointmentHistory(OwnedHistory, table=True):
    """What changed in appointments, when and by whom."""

    __tablename__ = "appointment_history"
    of = Appointment
