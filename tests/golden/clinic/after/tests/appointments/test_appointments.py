"""Appointments do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from clinic.appointments.repository import AppointmentRepository
from clinic.appointments.routes import router


class TestAppointments(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = AppointmentRepository
    actions = (
        Action("confirm", moves={"status": "requested -> confirmed"}),
        Action("complete", moves={"status": "confirmed -> done"}),
        Action("cancel", moves={"status": "requested | confirmed -> cancelled"}),
    )
