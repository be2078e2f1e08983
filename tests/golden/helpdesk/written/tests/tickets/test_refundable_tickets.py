"""`GET /tickets/refundable`, and what an account may do while it is let."""

from decimal import Decimal

from keel.testing import Call, Callers, EndpointTests, Rows, Visitor

from helpdesk.tickets.models import Ticket
from helpdesk.tickets.routes import router


class TestRefundableTickets(EndpointTests):
    """Who may call it, and what it takes."""

    endpoints = router
    name = "refundable_tickets"

    def test_it_lists_what_was_paid(self, call: Call, rows: Rows) -> None:
        owner_id = call.callers.owner.id
        rows.make(Ticket, owner_id, paid=Decimal(0))
        paid = rows.make(Ticket, owner_id, paid=Decimal(5))
        answer = call.send().must_be(200, "the call is valid")
        assert [each["id"] for each in answer.body] == [str(paid.id)]


def give(callers: Callers, to: Visitor, *permissions: str, by: str = "lead") -> int:
    """The status of a change of what an account is let do."""
    body = {"permissions": [*permissions]}
    return callers.of_role(by).patch(f"/users/{to.id}", body).status


def test_a_permission_counts_from_the_next_request_on(callers: Callers, rows: Rows) -> None:
    agent = callers.of_role("agent")
    tickets = [rows.make(Ticket, callers.owner.id) for _ in range(3)]
    refund = [f"/tickets/{ticket.id}/refund" for ticket in tickets]
    agent.post(refund[0], {}).must_be(403, "agents may not")
    assert give(callers, agent, "refund") == 200
    agent.post(refund[0], {}).must_be(200, "it was given")
    assert give(callers, agent) == 200
    agent.post(refund[1], {}).must_be(403, "it was taken away")


def test_nobody_lets_themselves_do_more(callers: Callers) -> None:
    agent = callers.of_role("agent")
    assert give(callers, agent, "refund", by="agent") == 403
    agent.patch("/users/me", {"permissions": ["refund"]}).must_be(422, "it is not theirs to say")
    body = {"email": "eve@example.com", "password": "seven-quiet-otters-rowing"}
    sign_up = callers.unknown.post("/users/sign-up", body | {"permissions": ["refund"]})
    sign_up.must_be(422, "who signs up has none")
