"""The rules of tickets."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SnapshotSession, SoftDeleteService, TreeService
from keel.problems import Unwritten

from desk.labels.repository import LabelRepository
from desk.tickets.models import Ticket, TicketStatus
from desk.tickets.repository import TicketRepository
from desk.tickets.schemas import MergeTicket, TicketCreate, TicketImport, TicketRead, TicketUpdate
from desk.users.repository import UserRepository


class TicketService(
    SoftDeleteService[Ticket, TicketCreate, TicketUpdate, TicketRead],
    TreeService[Ticket, TicketCreate, TicketUpdate, TicketRead],
):
    """What can happen to a ticket; override a method to add a rule."""

    async def merge(self, ticket_id: UUID, body: MergeTicket) -> TicketRead:
        """Put the replies of another ticket below this one.

        Raises:
            NotFound: There is no such row, or none that the caller may read.
        """
        await self.repository.get(ticket_id, lock=True)
        raise Unwritten("To be written: Put the replies of another ticket below this one.")

    async def close(self, ticket_id: UUID) -> TicketRead:
        """Close a ticket."""
        ticket = await self.row_for("close", ticket_id, status=TicketStatus.OPEN)
        ticket.status = TicketStatus.CLOSED
        return await self.save(ticket)

    async def import_(self, body: TicketImport) -> None:
        """Import tickets."""
        raise Unwritten  # to be written: what it does


async def get_tickets(session: Session, caller: CurrentCaller) -> TicketService:
    """The service of tickets for this request and its caller."""
    return TicketService(
        TicketRepository(session, caller),
        parent_id=TicketRepository(session, caller),
        assignee_id=UserRepository(session, caller),
        label_ids=LabelRepository(session, caller),
    )


Tickets = Annotated[TicketService, Depends(get_tickets)]


async def get_tickets_to_export(session: SnapshotSession, caller: CurrentCaller) -> TicketService:
    """The service of tickets as they are at one moment, until the answer is sent."""
    return await get_tickets(session, caller)


TicketsToExport = Annotated[TicketService, Depends(get_tickets_to_export)]
