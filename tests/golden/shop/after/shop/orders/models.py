"""The table of orders."""

from datetime import datetime
from enum import StrEnum

from keel.data import Model, Owned, OwnedHistory, choice
from sqlalchemy import Index, Text
from sqlmodel import Field


class OrderStatus(StrEnum):
    """Values of `Order.status`."""

    CART = "cart"
    PLACED = "placed"
    PAID = "paid"
    SHIPPED = "shipped"
    REFUNDED = "refunded"


class Order(Owned, Model, table=True):
    """What a customer wants; a cart until it is placed."""

    __tablename__ = "orders"
    __table_args__ = (Index(None, "placed_at", "id"),)

    status: OrderStatus = Field(default=OrderStatus.CART, sa_type=choice(OrderStatus), index=True)
    address: str | None = Field(default=None, sa_type=Text)
    placed_at: datetime | None = None
    refund_reason: str | None = Field(default=None, max_length=255)


class OrderHistory(OwnedHistory, table=True):
    """What changed in orders, when and by whom."""

    __tablename__ = "order_history"
    of = Order
