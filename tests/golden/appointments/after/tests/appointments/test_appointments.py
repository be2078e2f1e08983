"""Appointments do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from appointments.appointments.repository import AppointmentRepository
from appointments.appointments.routes import router


class TestAppointments(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = AppointmentRepository
    actions = (
        Action("cancel", moves={"status": "booked -> cancelled"}),
        Action("rebook", moves={"status": "cancelled -> booked"}),
    )
