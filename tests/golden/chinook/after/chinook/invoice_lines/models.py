"""The table of invoice lines."""

from decimal import Decimal
from uuid import UUID

from keel.data import Model, Owned
from sqlalchemy import UniqueConstraint
from sqlmodel import Field


class InvoiceLine(Owned, Model, table=True):
    """One track on an invoice."""

    __tablename__ = "invoice_lines"
    __table_args__ = (UniqueConstraint("invoice_id", "track_id"),)

    invoice_id: UUID = Field(foreign_key="invoices.id", ondelete="CASCADE")
    track_id: UUID = Field(foreign_key="tracks.id", ondelete="RESTRICT", index=True)
    price: Decimal = Field(max_digits=10, decimal_places=2)
    quantity: int = 1
