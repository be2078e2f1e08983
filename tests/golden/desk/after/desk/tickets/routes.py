"""The endpoints of tickets."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, ExportResponse, Page, PageLinks, PageQuery, exported
from keel.data.bulk import Bulk, BulkDeletions, BulkOutcomes, create_each, delete_each, update_each
from keel.problems import Conflict, Unwritten, answers

from desk.tickets.includes import TicketsWithIncludes, TicketWithIncludes
from desk.tickets.policy import MERGE_TICKET, POLICY
from desk.tickets.schemas import (
    MergeTicket,
    TicketBulkUpdate,
    TicketCreate,
    TicketDeleted,
    TicketImport,
    TicketInclude,
    TicketQuery,
    TicketRead,
    TicketSelection,
    TicketUpdate,
)
from desk.tickets.service import Tickets, TicketsToExport

router = APIRouter(prefix="/tickets", tags=["tickets"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_tickets(
    query: Annotated[TicketQuery, Query()], tickets: TicketsWithIncludes, links: PageLinks
) -> CursorPage[TicketWithIncludes]:
    """List tickets."""
    return links.add(await tickets.cursor_page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_ticket(body: TicketCreate, tickets: Tickets) -> TicketRead:
    """Add a ticket."""
    return await tickets.create(body)


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv", "jsonl"),
)
async def export_tickets(
    file_format: Literal["csv", "jsonl"],
    query: Annotated[TicketSelection, Query()],
    tickets: TicketsToExport,
) -> ExportResponse:
    """Export tickets: a file of all that the list has."""
    return ExportResponse.of(tickets, query, file_format)


@router.get("/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_tickets(
    query: Annotated[PageQuery, Query()], tickets: Tickets, links: PageLinks
) -> Page[TicketDeleted]:
    """List deleted tickets, the last deleted first."""
    return links.add(await tickets.deleted(query, TicketDeleted))


@router.post("/bulk", dependencies=[allow(POLICY.create)])
async def bulk_create_tickets(
    body: Bulk[TicketCreate], tickets: Tickets
) -> BulkOutcomes[TicketRead]:
    """Add several tickets, each on its own."""
    return await create_each(tickets, body)


@router.patch("/bulk", dependencies=[allow(POLICY.update)])
async def bulk_update_tickets(
    body: Bulk[TicketBulkUpdate], tickets: Tickets
) -> BulkOutcomes[TicketRead]:
    """Change several tickets, each on its own."""
    return await update_each(tickets, body)


@router.post("/bulk-delete", dependencies=[allow(POLICY.delete)])
async def bulk_delete_tickets(body: Bulk[UUID], tickets: Tickets) -> BulkDeletions:
    """Delete several tickets, each on its own."""
    return await delete_each(tickets, body)


@router.get("/{ticket_id}", dependencies=[allow(POLICY.read)])
async def read_ticket(
    ticket_id: UUID,
    tickets: TicketsWithIncludes,
    include: Annotated[Sequence[TicketInclude], Query()] = (),
) -> TicketWithIncludes:
    """Read one ticket."""
    return await tickets.read(ticket_id, include)


@router.patch("/{ticket_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_ticket(ticket_id: UUID, body: TicketUpdate, tickets: Tickets) -> TicketRead:
    """Change a ticket; what the body leaves out stays."""
    return await tickets.update(ticket_id, body)


@router.delete("/{ticket_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_ticket(ticket_id: UUID, tickets: Tickets) -> None:
    """Delete a ticket."""
    await tickets.delete(ticket_id)


@router.post("/{ticket_id}/merge", dependencies=[allow(MERGE_TICKET)], responses=answers(Unwritten))
async def merge_ticket(ticket_id: UUID, body: MergeTicket, tickets: Tickets) -> TicketRead:
    """Put the replies of another ticket below this one."""
    return await tickets.merge(ticket_id, body)


@router.post(
    "/{ticket_id}/restore", dependencies=[allow(POLICY.restore)], responses=answers(Conflict)
)
async def restore_ticket(ticket_id: UUID, tickets: Tickets) -> TicketRead:
    """Restore a deleted ticket, with what was deleted with it."""
    return await tickets.restore(ticket_id)


@router.delete("/deleted/{ticket_id}", status_code=204, dependencies=[allow(POLICY.purge)])
async def purge_ticket(ticket_id: UUID, tickets: Tickets) -> None:
    """Delete a deleted ticket for good."""
    await tickets.purge(ticket_id)


@router.get("/{ticket_id}/children", dependencies=[allow(POLICY.list)])
async def list_ticket_children(
    ticket_id: UUID,
    query: Annotated[TicketQuery, Query()],
    tickets: TicketsWithIncludes,
    links: PageLinks,
) -> CursorPage[TicketWithIncludes]:
    """List what is right below a ticket."""
    await tickets.within(parent_id=ticket_id)
    return links.add(await tickets.cursor_page(query, query.include))


@router.get("/{ticket_id}/ancestors", dependencies=[allow(POLICY.read)])
async def list_ticket_ancestors(ticket_id: UUID, tickets: Tickets) -> list[TicketRead]:
    """List what is above a ticket, its root first."""
    return await tickets.ancestors(ticket_id)


@router.get("/{ticket_id}/subtree", dependencies=[allow(POLICY.list)])
async def list_ticket_subtree(
    ticket_id: UUID, tickets: Tickets, depth: Annotated[int, Query(ge=1, le=32)] = 32
) -> list[TicketRead]:
    """List a ticket and what is below it, level by level, 1,000 rows at most."""
    return await tickets.subtree(ticket_id, depth)


@router.post(
    "/{ticket_id}/close", dependencies=[allow(POLICY.action("close"))], responses=answers(Conflict)
)
async def close_ticket(ticket_id: UUID, tickets: Tickets) -> TicketRead:
    """Close a ticket."""
    return await tickets.close(ticket_id)


@router.post(
    "/import",
    status_code=204,
    dependencies=[allow(POLICY.action("import"))],
    responses=answers(Unwritten),
)
async def import_tickets(body: TicketImport, tickets: Tickets) -> None:
    """Import tickets."""
    await tickets.import_(body)
