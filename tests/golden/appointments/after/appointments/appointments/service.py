"""The rules of appointments."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from appointments.appointments.models import Appointment, AppointmentStatus
from appointments.appointments.repository import AppointmentRepository
from appointments.appointments.schemas import AppointmentCreate, AppointmentRead, AppointmentUpdate
from appointments.doctors.repository import DoctorRepository


class AppointmentService(
    Service[Appointment, AppointmentCreate, AppointmentUpdate, AppointmentRead]
):
    """What can happen to an appointment; override a method to add a rule."""

    async def cancel(self, appointment_id: UUID) -> AppointmentRead:
        """Cancel an appointment."""
        appointment = await self.row_for("cancel", appointment_id, status=AppointmentStatus.BOOKED)
        appointment.status = AppointmentStatus.CANCELLED
        return await self.save(appointment)

    async def rebook(self, appointment_id: UUID) -> AppointmentRead:
        """Rebook an appointment."""
        appointment = await self.row_for(
            "rebook", appointment_id, status=AppointmentStatus.CANCELLED
        )
        appointment.status = AppointmentStatus.BOOKED
        return await self.save(appointment)


async def get_appointments(session: Session, caller: CurrentCaller) -> AppointmentService:
    """The service of appointments for this request and its caller."""
    return AppointmentService(
        AppointmentRepository(session, caller),
        doctor_id=DoctorRepository(session, caller),
    )


Appointments = Annotated[AppointmentService, Depends(get_appointments)]
