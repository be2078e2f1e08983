"""Tickets do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from desk.tickets.repository import TicketRepository
from desk.tickets.routes import router


class TestTickets(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = TicketRepository
    actions = (Action("close", moves={"status": "open -> closed"}),)
