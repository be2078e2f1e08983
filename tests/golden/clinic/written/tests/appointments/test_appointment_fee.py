"""`GET /appointments/{appointment_id}/fee`: Work out what an appointment costs."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from keel.testing import Call, EndpointTests, Rows

from clinic.appointments.models import Appointment
from clinic.appointments.routes import router
from clinic.doctors.models import Doctor

STARTS = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class TestAppointmentFee(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "appointment_fee"
    rows: ClassVar = {"appointment_id": Appointment}

    @pytest.mark.parametrize(
        ("minutes", "quarters", "amount"), [(15, 1, "30.00"), (16, 2, "60.00"), (60, 4, "120.00")]
    )
    def test_a_quarter_of_an_hour_is_paid_once_it_has_begun(
        self, call: Call, rows: Rows, minutes: int, quarters: int, amount: str
    ) -> None:
        ends = STARTS + timedelta(minutes=minutes)
        appointment = self.appointment(call, rows, starts=STARTS, ends=ends)
        answer = call.send(path={"appointment_id": appointment.id})
        answer.must_be(200, "the call is valid")
        assert answer.body == {"quarters": quarters, "amount": amount}

    def test_a_patient_does_not_learn_what_another_pays(self, call: Call, rows: Rows) -> None:
        appointment = self.appointment(call, rows)
        path = {"appointment_id": appointment.id}
        call.send(call.callers.owner, path=path).must_be(200, "it is theirs")
        call.send(call.callers.stranger, path=path).must_be(404, "it is another's")

    def appointment(self, call: Call, rows: Rows, **values: Any) -> Appointment:
        """One of the owner's, with a doctor of 120.00 an hour."""
        doctor = rows.make(Doctor, hourly_rate=Decimal(120))
        owner_id = call.callers.owner.id
        made: Appointment = rows.make(Appointment, owner_id, doctor_id=doctor.id, **values)
        return made
