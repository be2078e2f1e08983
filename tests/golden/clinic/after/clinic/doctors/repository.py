"""Doctors in the database."""

from keel.data import Repository

from clinic.doctors.models import Doctor
from clinic.doctors.policy import POLICY


class DoctorRepository(Repository[Doctor]):
    """Doctors that the caller may reach."""

    policy = POLICY
    searched = ("name",)
