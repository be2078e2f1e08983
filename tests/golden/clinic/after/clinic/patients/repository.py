"""Patients in the database."""

from keel.data import Repository

from clinic.patients.models import Patient
from clinic.patients.policy import POLICY


class PatientRepository(Repository[Patient]):
    """Patients that the caller may reach."""

    policy = POLICY
