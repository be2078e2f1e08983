"""Tickets do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from helpdesk.tickets.repository import TicketRepository
from helpdesk.tickets.routes import router


class TestTickets(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = TicketRepository
    actions = (Action("refund", moves={"status": "open -> refunded"}),)
