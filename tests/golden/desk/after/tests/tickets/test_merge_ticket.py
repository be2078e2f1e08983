"""`POST /tickets/{ticket_id}/merge`: Put the replies of another ticket below this one."""

from typing import ClassVar

from keel.testing import Call, EndpointTests, unwritten

from desk.tickets.models import Ticket
from desk.tickets.routes import router


class TestMergeTicket(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "merge_ticket"
    rows: ClassVar = {"ticket_id": Ticket, "other_id": Ticket}

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `TicketService.merge`."""
        call.send().must_be(200, "the call is valid")
