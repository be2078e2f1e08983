"""The endpoints of tickets."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, Unwritten, answers

from helpdesk.tickets.policy import POLICY, REFUNDABLE_TICKETS
from helpdesk.tickets.schemas import TicketCreate, TicketQuery, TicketRead, TicketUpdate
from helpdesk.tickets.service import Tickets

router = APIRouter(prefix="/tickets", tags=["tickets"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_tickets(
    query: Annotated[TicketQuery, Query()], tickets: Tickets, links: PageLinks
) -> Page[TicketRead]:
    """List tickets."""
    return links.add(await tickets.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_ticket(body: TicketCreate, tickets: Tickets) -> TicketRead:
    """Add a ticket."""
    return await tickets.create(body)


@router.get("/refundable", dependencies=[allow(REFUNDABLE_TICKETS)], responses=answers(Unwritten))
async def refundable_tickets(tickets: Tickets) -> list[TicketRead]:
    """Refundable tickets."""
    return await tickets.refundable()


@router.get("/{ticket_id}", dependencies=[allow(POLICY.read)])
async def read_ticket(ticket_id: UUID, tickets: Tickets) -> TicketRead:
    """Read one ticket."""
    return await tickets.read(ticket_id)


@router.patch("/{ticket_id}", dependencies=[allow(POLICY.update)])
async def update_ticket(ticket_id: UUID, body: TicketUpdate, tickets: Tickets) -> TicketRead:
    """Change a ticket; what the body leaves out stays."""
    return await tickets.update(ticket_id, body)


@router.post(
    "/{ticket_id}/refund",
    dependencies=[allow(POLICY.action("refund"))],
    responses=answers(Conflict),
)
async def refund_ticket(ticket_id: UUID, tickets: Tickets) -> TicketRead:
    """Refund a ticket."""
    return await tickets.refund(ticket_id)
