"""Appointments in the database."""

from keel.data import Repository

from appointments.appointments.models import Appointment
from appointments.appointments.policy import POLICY


class AppointmentRepository(Repository[Appointment]):
    """Appointments that the caller may reach."""

    policy = POLICY
