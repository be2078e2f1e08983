"""The table of tickets."""

from decimal import Decimal
from enum import StrEnum

from keel.data import Model, Owned, choice
from sqlmodel import Field


class TicketStatus(StrEnum):
    """Values of `Ticket.status`."""

    OPEN = "open"
    REFUNDED = "refunded"


class Ticket(Owned, Model, table=True):
    """What a customer asks."""

    __tablename__ = "tickets"

    title: str = Field(max_length=200)
    paid: Decimal = Field(max_digits=10, decimal_places=2)
    status: TicketStatus = Field(default=TicketStatus.OPEN, sa_type=choice(TicketStatus))
