"""Labels in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from desk.labels.models import Label
from desk.labels.policy import POLICY
from desk.tickets.models import TicketLabel
from desk.tickets.repository import TicketRepository


class LabelRepository(Repository[Label]):
    """Labels that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each label, of rows that the caller may list."""
        tickets = self.linking(TicketRepository, by=TicketLabel)
        return {
            "ticket_count": tickets.count(),
        }
