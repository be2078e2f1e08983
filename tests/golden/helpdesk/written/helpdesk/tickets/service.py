"""The rules of tickets."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session
from sqlmodel import col

from helpdesk.tickets.models import Ticket, TicketStatus
from helpdesk.tickets.repository import TicketRepository
from helpdesk.tickets.schemas import TicketCreate, TicketRead, TicketUpdate


class TicketService(Service[Ticket, TicketCreate, TicketUpdate, TicketRead]):
    """What can happen to a ticket; override a method to add a rule."""

    async def refundable(self) -> list[TicketRead]:
        """What was paid and can still be given back."""
        paid = self.repository.reachable().where(
            col(Ticket.paid) > 0, col(Ticket.status) == TicketStatus.OPEN
        )
        return await self.answers((await self.repository.session.exec(paid)).all())

    async def refund(self, ticket_id: UUID) -> TicketRead:
        """Refund a ticket."""
        ticket = await self.row_for("refund", ticket_id, status=TicketStatus.OPEN)
        ticket.status = TicketStatus.REFUNDED
        return await self.save(ticket)


async def get_tickets(session: Session, caller: CurrentCaller) -> TicketService:
    """The service of tickets for this request and its caller."""
    return TicketService(TicketRepository(session, caller))


Tickets = Annotated[TicketService, Depends(get_tickets)]
