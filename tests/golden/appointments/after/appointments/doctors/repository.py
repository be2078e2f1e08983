"""Doctors in the database."""

from keel.data import Repository

from appointments.doctors.models import Doctor
from appointments.doctors.policy import POLICY


class DoctorRepository(Repository[Doctor]):
    """Doctors that the caller may reach."""

    policy = POLICY
