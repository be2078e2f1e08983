"""The endpoints of appointments."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Change, ExportResponse, Page, PageLinks, PageQuery, changes_of, exported
from keel.problems import Conflict, Unwritten, answers

from clinic.appointments.includes import AppointmentsWithIncludes, AppointmentWithIncludes
from clinic.appointments.policy import APPOINTMENT_FEE, POLICY
from clinic.appointments.schemas import (
    AppointmentCreate,
    AppointmentDeleted,
    AppointmentFeeAnswer,
    AppointmentInclude,
    AppointmentQuery,
    AppointmentRead,
    AppointmentSelection,
    AppointmentUpdate,
)
from clinic.appointments.service import Appointments, AppointmentsToExport

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


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv"),
)
async def export_appointments(
    file_format: Literal["csv"],
    query: Annotated[AppointmentSelection, Query()],
    appointments: AppointmentsToExport,
) -> ExportResponse:
    """Export appointments: a file of all that the list has."""
    return ExportResponse.of(appointments, query, file_format)


@router.get("/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_appointments(
    query: Annotated[PageQuery, Query()], appointments: Appointments, links: PageLinks
) -> Page[AppointmentDeleted]:
    """List deleted appointments, the last deleted first."""
    return links.add(await appointments.deleted(query, AppointmentDeleted))


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


@router.delete("/{appointment_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_appointment(appointment_id: UUID, appointments: Appointments) -> None:
    """Delete an appointment."""
    await appointments.delete(appointment_id)


@router.get(
    "/{appointment_id}/fee", dependencies=[allow(APPOINTMENT_FEE)], responses=answers(Unwritten)
)
async def appointment_fee(appointment_id: UUID, appointments: Appointments) -> AppointmentFeeAnswer:
    """Work out what an appointment costs."""
    return await appointments.fee(appointment_id)


@router.post(
    "/{appointment_id}/restore", dependencies=[allow(POLICY.restore)], responses=answers(Conflict)
)
async def restore_appointment(appointment_id: UUID, appointments: Appointments) -> AppointmentRead:
    """Restore a deleted appointment, with what was deleted with it."""
    return await appointments.restore(appointment_id)


@router.get("/{appointment_id}/history", dependencies=[allow(POLICY.history)])
async def list_appointment_history(
    appointment_id: UUID,
    query: Annotated[PageQuery, Query()],
    appointments: Appointments,
    links: PageLinks,
) -> Page[Change]:
    """List what changed in an appointment, newest first."""
    return links.add(await changes_of(appointments, appointment_id, query))


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
