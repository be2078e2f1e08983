"""Patients do what their policy and their schemas say."""

from keel.testing import ResourceTests

from clinic.patients.repository import PatientRepository
from clinic.patients.routes import router


class TestPatients(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = PatientRepository
