"""`GET /tickets/refundable`."""

from keel.testing import Call, EndpointTests, unwritten

from helpdesk.tickets.routes import router


class TestRefundableTickets(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "refundable_tickets"

    @unwritten
    def test_it_does_what_it_is_for(self, call: Call) -> None:
        """Yours to write, with `TicketService.refundable`."""
        call.send().must_be(200, "the call is valid")
