"""Doctors do what their policy and their schemas say."""

from keel.testing import ResourceTests

from appointments.doctors.repository import DoctorRepository
from appointments.doctors.routes import router


class TestDoctors(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = DoctorRepository
