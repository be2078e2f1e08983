"""Appointments in the database."""

from keel.data import Repository

from clinic.appointments.models import Appointment, AppointmentHistory
from clinic.appointments.policy import POLICY


class AppointmentRepository(Repository[Appointment]):
    """Appointments that the caller may reach."""

    policy = POLICY
    history = AppointmentHistory
