"""`GET /appointments/{appointment_id}/fee`: Work out what an appointment costs."""

from typing import ClassVar

from keel.testing import Call, EndpointTests, unwritten

from clinic.appointments.models import Appointment
from clinic.appointments.routes import router


class TestAppointmentFee(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "appointment_fee"
    rows: ClassVar = {"appointment_id": Appointment}

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `AppointmentService.fee`."""
        call.send().must_be(200, "the call is valid")
