"""Tickets in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from desk.replies.repository import ReplyRepository
from desk.tickets.models import Ticket, TicketLabel
from desk.tickets.policy import POLICY


class TicketRepository(Repository[Ticket]):
    """Tickets that the caller may reach."""

    policy = POLICY
    links = (TicketLabel,)
    tree = "parent_id"

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each ticket, of rows that the caller may list."""
        replies = self.referring(ReplyRepository, by="ticket_id")
        return {
            "reply_count": replies.count(),
        }
