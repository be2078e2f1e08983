"""The endpoints of doctors."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from clinic.doctors.policy import POLICY
from clinic.doctors.schemas import DoctorCreate, DoctorQuery, DoctorRead, DoctorUpdate
from clinic.doctors.service import Doctors

router = APIRouter(prefix="/doctors", tags=["doctors"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_doctors(
    query: Annotated[DoctorQuery, Query()], doctors: Doctors, links: PageLinks
) -> Page[DoctorRead]:
    """List doctors."""
    return links.add(await doctors.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_doctor(body: DoctorCreate, doctors: Doctors) -> DoctorRead:
    """Add a doctor."""
    return await doctors.create(body)


@router.get("/{doctor_id}", dependencies=[allow(POLICY.read)])
async def read_doctor(doctor_id: UUID, doctors: Doctors) -> DoctorRead:
    """Read one doctor."""
    return await doctors.read(doctor_id)


@router.patch("/{doctor_id}", dependencies=[allow(POLICY.update)])
async def update_doctor(doctor_id: UUID, body: DoctorUpdate, doctors: Doctors) -> DoctorRead:
    """Change a doctor; what the body leaves out stays."""
    return await doctors.update(doctor_id, body)


@router.delete(
    "/{doctor_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_doctor(doctor_id: UUID, doctors: Doctors) -> None:
    """Delete a doctor."""
    await doctors.delete(doctor_id)
