"""The endpoints of patients."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks, PageQuery
from keel.problems import Conflict, answers

from clinic.patients.policy import POLICY
from clinic.patients.schemas import (
    PatientCreate,
    PatientDeleted,
    PatientQuery,
    PatientRead,
    PatientUpdate,
)
from clinic.patients.service import Patients

router = APIRouter(prefix="/patients", tags=["patients"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_patients(
    query: Annotated[PatientQuery, Query()], patients: Patients, links: PageLinks
) -> Page[PatientRead]:
    """List patients."""
    return links.add(await patients.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_patient(body: PatientCreate, patients: Patients) -> PatientRead:
    """Add a patient."""
    return await patients.create(body)


@router.get("/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_patients(
    query: Annotated[PageQuery, Query()], patients: Patients, links: PageLinks
) -> Page[PatientDeleted]:
    """List deleted patients, the last deleted first."""
    return links.add(await patients.deleted(query, PatientDeleted))


@router.get("/{patient_id}", dependencies=[allow(POLICY.read)])
async def read_patient(patient_id: UUID, patients: Patients) -> PatientRead:
    """Read one patient."""
    return await patients.read(patient_id)


@router.patch("/{patient_id}", dependencies=[allow(POLICY.update)])
async def update_patient(patient_id: UUID, body: PatientUpdate, patients: Patients) -> PatientRead:
    """Change a patient; what the body leaves out stays."""
    return await patients.update(patient_id, body)


@router.delete("/{patient_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_patient(patient_id: UUID, patients: Patients) -> None:
    """Delete a patient."""
    await patients.delete(patient_id)


@router.post(
    "/{patient_id}/restore", dependencies=[allow(POLICY.restore)], responses=answers(Conflict)
)
async def restore_patient(patient_id: UUID, patients: Patients) -> PatientRead:
    """Restore a deleted patient, with what was deleted with it."""
    return await patients.restore(patient_id)


@router.delete("/deleted/{patient_id}", status_code=204, dependencies=[allow(POLICY.purge)])
async def purge_patient(patient_id: UUID, patients: Patients) -> None:
    """Delete a deleted patient for good."""
    await patients.purge(patient_id)
