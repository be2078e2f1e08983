"""The table of lines."""

from decimal import Decimal
from uuid import UUID

from keel.data import Model, Owned
from sqlalchemy import UniqueConstraint
from sqlmodel import Field


class Line(Owned, Model, table=True):
    """How many of a product are in an order."""

    __tablename__ = "lines"
    __table_args__ = (UniqueConstraint("order_id", "product_id"),)

    order_id: UUID = Field(foreign_key="orders.id", ondelete="CASCADE")
    product_id: UUID = Field(foreign_key="products.id", ondelete="RESTRICT", index=True)
    quantity: int
    price: Decimal = Field(default=Decimal("0"), max_digits=10, decimal_places=2)
