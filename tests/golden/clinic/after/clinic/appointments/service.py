"""The rules of appointments."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SnapshotSession, SoftDeleteService
from keel.problems import Unwritten

from clinic.appointments.models import Appointment, AppointmentStatus
from clinic.appointments.policy import APPOINTMENT_FEE
from clinic.appointments.repository import AppointmentRepository
from clinic.appointments.schemas import (
    AppointmentCreate,
    AppointmentFeeAnswer,
    AppointmentRead,
    AppointmentUpdate,
)
from clinic.doctors.repository import DoctorRepository
from clinic.patients.repository import PatientRepository


class AppointmentService(
    SoftDeleteService[Appointment, AppointmentCreate, AppointmentUpdate, AppointmentRead]
):
    """What can happen to an appointment; override a method to add a rule."""

    async def fee(self, appointment_id: UUID) -> AppointmentFeeAnswer:
        """Work out what an appointment costs.

        Raises:
            NotFound: There is no such row, or none that the caller may read.
            Forbidden: It belongs to somebody else.
        """
        appointment = await self.repository.get(appointment_id)
        await self.repository.require(APPOINTMENT_FEE, appointment)
        raise Unwritten("To be written: Work out what an appointment costs.")

    async def confirm(self, appointment_id: UUID) -> AppointmentRead:
        """Confirm an appointment."""
        appointment = await self.row_for(
            "confirm", appointment_id, status=AppointmentStatus.REQUESTED
        )
        appointment.status = AppointmentStatus.CONFIRMED
        return await self.save(appointment)

    async def complete(self, appointment_id: UUID) -> AppointmentRead:
        """Say that the patient was there."""
        appointment = await self.row_for(
            "complete", appointment_id, status=AppointmentStatus.CONFIRMED
        )
        appointment.status = AppointmentStatus.DONE
        return await self.save(appointment)

    async def cancel(self, appointment_id: UUID) -> AppointmentRead:
        """Cancel an appointment."""
        appointment = await self.row_for(
            "cancel",
            appointment_id,
            status=(AppointmentStatus.REQUESTED, AppointmentStatus.CONFIRMED),
        )
        appointment.status = AppointmentStatus.CANCELLED
        return await self.save(appointment)


async def get_appointments(session: Session, caller: CurrentCaller) -> AppointmentService:
    """The service of appointments for this request and its caller."""
    return AppointmentService(
        AppointmentRepository(session, caller),
        doctor_id=DoctorRepository(session, caller),
        patient_id=PatientRepository(session, caller),
    )


Appointments = Annotated[AppointmentService, Depends(get_appointments)]


async def get_appointments_to_export(
    session: SnapshotSession, caller: CurrentCaller
) -> AppointmentService:
    """The service of appointments as they are at one moment, until the answer is sent."""
    return await get_appointments(session, caller)


AppointmentsToExport = Annotated[AppointmentService, Depends(get_appointments_to_export)]
