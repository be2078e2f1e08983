"""The rules of patients."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SoftDeleteService

from clinic.patients.models import Patient
from clinic.patients.repository import PatientRepository
from clinic.patients.schemas import PatientCreate, PatientRead, PatientUpdate


class PatientService(SoftDeleteService[Patient, PatientCreate, PatientUpdate, PatientRead]):
    """What can happen to a patient; override a method to add a rule."""


async def get_patients(session: Session, caller: CurrentCaller) -> PatientService:
    """The service of patients for this request and its caller."""
    return PatientService(PatientRepository(session, caller))


Patients = Annotated[PatientService, Depends(get_patients)]
