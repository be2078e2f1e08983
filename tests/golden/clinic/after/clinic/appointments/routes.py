"""The endpoints of appointments."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, Unwritten, answers

from clinic.appointments.includes import AppointmentsWithIncludes, AppointmentWithIncludes
from clinic.appointments.policy import APPOINTMENT_FEE, POLICY
from clinic.appointments.schemas import (
    AppointmentCreate,
    AppointmentFeeAnswer,
    AppointmentInclude,
    AppointmentQuery,
    AppointmentRead,
    AppointmentUpdate,
)
from clinic.appointments.service import Appointments

router = APIRouter(prefix="/appointments", tags=["appointments"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_appointments(
    query: Annotated[AppointmentQuery, Query()],
    appointments: AppointmentsWithIncludes,
    links: PageLinks,
) -> Page[AppointmentWithIncludes]:
    """List appointments."""
    return links.add(await appointments.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_appointment(
    body: AppointmentCreate, appointments: Appointments
) -> AppointmentRead:
    """Add an appointment."""
    return await appointments.create(body)


@router.get("/{appointment_id}", dependencies=[allow(POLICY.read)])
async def read_appointment(
    appointment_id: UUID,
    appointments: AppointmentsWithIncludes,
    include: Annotated[Sequence[AppointmentInclude], Query()] = (),
) -> AppointmentWithIncludes:
    """Read one appointment."""
    return await appointments.read(appointment_id, include)


@router.patch("/{appointment_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_appointment(
    appointment_id: UUID, body: AppointmentUpdate, appointments: Appointments
) -> AppointmentRead:
    """Change an appointment; what the body leaves out stays."""
    return await appointments.update(appointment_id, body)


@router.get(
    "/{appointment_id}/fee", dependencies=[allow(APPOINTMENT_FEE)], responses=answers(Unwritten)
)
async def appointment_fee(appointment_id: UUID, appointments: Appointments) -> AppointmentFeeAnswer:
    """Work out what an appointment costs."""
    return await appointments.fee(appointment_id)


@router.post(
    "/{appointment_id}/confirm",
    dependencies=[allow(POLICY.action("confirm"))],
    responses=answers(Conflict),
)
async def confirm_appointment(appointment_id: UUID, appointments: Appointments) -> AppointmentRead:
    """Confirm an appointment."""
    return await appointments.confirm(appointment_id)


@router.post(
    "/{appointment_id}/complete",
    dependencies=[allow(POLICY.action("complete"))],
    responses=answers(Conflict),
)
async def complete_appointment(appointment_id: UUID, appointments: Appointments) -> AppointmentRead:
    """Say that the patient was there."""
    return await appointments.complete(appointment_id)


@router.post(
    "/{appointment_id}/cancel",
    dependencies=[allow(POLICY.action("cancel"))],
    responses=answers(Conflict),
)
async def cancel_appointment(appointment_id: UUID, appointments: Appointments) -> AppointmentRead:
    """Cancel an appointment."""
    return await appointments.cancel(appointment_id)
