"""What callers send and receive about tickets."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import MAX_INT, CursorQuery, Ids, Input, Output, Url
from keel.data.bulk import Identified
from pydantic import MISSING, Field

from desk.tickets.models import TicketStatus

Number = Annotated[int, Field(ge=1, le=MAX_INT)]
Title = Annotated[str, Field(min_length=1, max_length=200)]
Room = Annotated[str, Field(min_length=1, max_length=40)]
LabelIds = Annotated[Ids, Field(max_length=100)]
TicketInclude = Literal["owner", "labels", "replies"]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class TicketCreate(Input):
    """A ticket to add."""

    number: Number
    title: Title
    parent_id: UUID | None = None
    assignee_id: UUID | None = None
    room: Room | None = None
    label_ids: LabelIds = Field(default=[])


class TicketUpdate(Input):
    """What to change of a ticket; what is absent stays."""

    number: Number | MISSING = MISSING
    title: Title | MISSING = MISSING
    parent_id: UUID | MISSING | None = MISSING
    assignee_id: UUID | MISSING | None = MISSING
    room: Room | MISSING | None = MISSING
    label_ids: LabelIds | MISSING = MISSING


class TicketBulkUpdate(TicketUpdate, Identified):
    """What to change of one ticket among several; what is absent stays."""


class TicketImport(Input):
    """What it takes to import tickets."""

    url: Url


class TicketRead(Output):
    """A ticket as callers see it."""

    id: UUID
    number: int
    title: str
    status: TicketStatus
    parent_id: UUID | None
    assignee_id: UUID | None
    room: str | None
    reply_count: Annotated[int, Field(description="Count of replies.")]
    label_ids: list[UUID]
    owner_id: UUID
    created_by_id: UUID | None
    updated_by_id: UUID | None
    created_at: datetime
    updated_at: datetime


class TicketSelection(Input):
    """Which tickets, and in what order."""

    sort: Literal["created_at", "-created_at", "number", "-number", "relevance"] = "relevance"
    q: Words | None = None
    status: TicketStatus | None = None
    assignee_id: UUID | None = None
    label_ids: UUID | None = None
    label_ids__in: Annotated[list[UUID], Field(max_length=100)] | None = None


class TicketQuery(TicketSelection, CursorQuery):
    """Which tickets to list, in what order, and how many."""

    include: Sequence[TicketInclude] = ()


class MergeTicket(Input):
    """What `POST /tickets/{ticket_id}/merge` takes."""

    other_id: UUID


class TicketDeleted(TicketRead):
    """A ticket that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
