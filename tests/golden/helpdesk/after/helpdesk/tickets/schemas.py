"""What callers send and receive about tickets."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

from helpdesk.tickets.models import TicketStatus

Title = Annotated[str, Field(min_length=1, max_length=200)]
Paid = Annotated[Decimal, Field(max_digits=10, decimal_places=2, ge=0)]


class TicketCreate(Input):
    """A ticket to add."""

    title: Title
    paid: Paid


class TicketUpdate(Input):
    """What to change of a ticket; what is absent stays."""

    title: Title | MISSING = MISSING
    paid: Paid | MISSING = MISSING


class TicketRead(Output):
    """A ticket as callers see it."""

    id: UUID
    title: str
    paid: Decimal
    status: TicketStatus
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class TicketQuery(PageQuery):
    """Which tickets to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
