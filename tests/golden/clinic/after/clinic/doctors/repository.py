"""Doctors in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from clinic.appointments.models import AppointmentStatus
from clinic.appointments.repository import AppointmentRepository
from clinic.doctors.models import Doctor
from clinic.doctors.policy import POLICY


class DoctorRepository(Repository[Doctor]):
    """Doctors that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each doctor, of rows that the caller may list."""
        appointments = self.referring(AppointmentRepository, by="doctor_id")
        return {
            "upcoming": appointments.count(status=AppointmentStatus.CONFIRMED),
        }
