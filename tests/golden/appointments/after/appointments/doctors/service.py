"""The rules of doctors."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from appointments.doctors.models import Doctor
from appointments.doctors.repository import DoctorRepository
from appointments.doctors.schemas import DoctorCreate, DoctorRead, DoctorUpdate


class DoctorService(Service[Doctor, DoctorCreate, DoctorUpdate, DoctorRead]):
    """What can happen to a doctor; override a method to add a rule."""


async def get_doctors(session: Session, caller: CurrentCaller) -> DoctorService:
    """The service of doctors for this request and its caller."""
    return DoctorService(DoctorRepository(session, caller))


Doctors = Annotated[DoctorService, Depends(get_doctors)]
