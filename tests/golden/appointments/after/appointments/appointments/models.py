"""The table of appointments."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from keel.data import AtMost, Compared, Model, NoOverlap, Owned, choice
from sqlalchemy import Index
from sqlmodel import Field


class AppointmentStatus(StrEnum):
    """Values of `Appointment.status`."""

    BOOKED = "booked"
    CANCELLED = "cancelled"


class Appointment(Owned, Model, table=True):
    """A time with a doctor."""

    __tablename__ = "appointments"
    __table_args__ = (Compared("ends_at", ">", "starts_at"), Index(None, "starts_at", "id"))
    rules = (
        AtMost(3, per="owner_id", where={"status": AppointmentStatus.BOOKED}),
        NoOverlap(
            "starts_at", "ends_at", per="doctor_id", where={"status": AppointmentStatus.BOOKED}
        ),
    )

    doctor_id: UUID = Field(foreign_key="doctors.id", ondelete="CASCADE", index=True)
    starts_at: datetime
    ends_at: datetime
    reason: str | None = Field(default=None, max_length=200)
    status: AppointmentStatus = Field(
        default=AppointmentStatus.BOOKED, sa_type=choice(AppointmentStatus), index=True
    )
