"""Surgeries in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from practice.surgeries.models import Surgery
from practice.surgeries.policy import POLICY
from practice.visits.repository import VisitRepository


class SurgeryRepository(Repository[Surgery]):
    """Surgeries that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each surgery, of rows that the caller may list."""
        own = self.own
        visits = self.referring(VisitRepository, by="surgery_id")
        return {
            "booked": visits.sum("length"),
            "usual": visits.average("length"),
            "longest": visits.max("length", findings__is_null=False),
            "is_late": own.opens > own.quiet_until,
        }
