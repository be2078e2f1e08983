"""The table of tickets."""

from enum import StrEnum
from uuid import UUID

from keel.data import (
    AtMost,
    Audited,
    Model,
    Owned,
    Pair,
    Searched,
    SoftDeleted,
    UniqueUndeleted,
    choice,
)
from sqlalchemy import Index
from sqlmodel import Field


class TicketStatus(StrEnum):
    """Values of `Ticket.status`."""

    OPEN = "open"
    CLOSED = "closed"


class Ticket(SoftDeleted, Audited, Owned, Model, table=True):
    """Something that a customer asks for."""

    __tablename__ = "tickets"
    __table_args__ = (
        UniqueUndeleted("company_id", "number"),
        UniqueUndeleted("title", "owner_id"),
        Index(None, "company_id", "id"),
        Index(None, "company_id", "status"),
        Index(None, "company_id", "number", "id"),
    )
    rules = (AtMost(3, per="room"),)
    searched = Searched(title=1)
    tenant_field = "company_id"

    company_id: UUID = Field(foreign_key="companies.id", ondelete="CASCADE")
    number: int
    title: str = Field(max_length=200)
    status: TicketStatus = Field(default=TicketStatus.OPEN, sa_type=choice(TicketStatus))
    parent_id: UUID | None = Field(
        default=None, foreign_key="tickets.id", ondelete="CASCADE", index=True
    )
    assignee_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )
    room: str | None = Field(default=None, max_length=40)


class TicketLabel(Pair, table=True):
    """The `labels` of tickets."""

    __tablename__ = "ticket_labels"

    ticket_id: UUID = Field(foreign_key="tickets.id", ondelete="CASCADE", primary_key=True)
    label_id: UUID = Field(
        foreign_key="labels.id", ondelete="CASCADE", primary_key=True, index=True
    )
