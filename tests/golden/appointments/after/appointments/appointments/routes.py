"""The endpoints of appointments."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from appointments.appointments.policy import POLICY
from appointments.appointments.schemas import (
    AppointmentCreate,
    AppointmentQuery,
    AppointmentRead,
    AppointmentUpdate,
)
from appointments.appointments.service import Appointments

router = APIRouter(prefix="/appointments", tags=["appointments"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_appointments(
    query: Annotated[AppointmentQuery, Query()], appointments: Appointments, links: PageLinks
) -> Page[AppointmentRead]:
    """List appointments."""
    return links.add(await appointments.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_appointment(
    body: AppointmentCreate, appointments: Appointments
) -> AppointmentRead:
    """Add an appointment."""
    return await appointments.create(body)


@router.get("/{appointment_id}", dependencies=[allow(POLICY.read)])
async def read_appointment(appointment_id: UUID, appointments: Appointments) -> AppointmentRead:
    """Read one appointment."""
    return await appointments.read(appointment_id)


@router.patch("/{appointment_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_appointment(
    appointment_id: UUID, body: AppointmentUpdate, appointments: Appointments
) -> AppointmentRead:
    """Change an appointment; what the body leaves out stays."""
    return await appointments.update(appointment_id, body)


@router.post(
    "/{appointment_id}/cancel",
    dependencies=[allow(POLICY.action("cancel"))],
    responses=answers(Conflict),
)
async def cancel_appointment(appointment_id: UUID, appointments: Appointments) -> AppointmentRead:
    """Cancel an appointment."""
    return await appointments.cancel(appointment_id)


@router.post(
    "/{appointment_id}/rebook",
    dependencies=[allow(POLICY.action("rebook"))],
    responses=answers(Conflict),
)
async def rebook_appointment(appointment_id: UUID, appointments: Appointments) -> AppointmentRead:
    """Rebook an appointment."""
    return await appointments.rebook(appointment_id)
