"""Appointments with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One
from pydantic import MISSING

from clinic.appointments.schemas import AppointmentRead
from clinic.appointments.service import Appointments
from clinic.doctors.schemas import DoctorRead
from clinic.doctors.service import Doctors
from clinic.patients.schemas import PatientRead
from clinic.patients.service import Patients


class AppointmentWithIncludes(AppointmentRead):
    """An appointment, with what `include` asks for."""

    doctor: DoctorRead | MISSING | None = MISSING
    patient: PatientRead | MISSING | None = MISSING


async def get_appointments_with_includes(
    appointments: Appointments,
    doctors: Doctors,
    patients: Patients,
) -> Including[AppointmentWithIncludes]:
    """Appointments for this request and its caller, with what it asks for."""
    return Including(
        appointments,
        AppointmentWithIncludes,
        doctor=One(doctors, "doctor_id"),
        patient=One(patients, "patient_id"),
    )


AppointmentsWithIncludes = Annotated[
    Including[AppointmentWithIncludes], Depends(get_appointments_with_includes)
]
