"""Tickets in the database."""

from keel.data import Repository

from helpdesk.tickets.models import Ticket
from helpdesk.tickets.policy import POLICY


class TicketRepository(Repository[Ticket]):
    """Tickets that the caller may reach."""

    policy = POLICY
