"""The table of order lines."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from keel.data import Json, JsonColumn, Model, Owned, Searched, choice
from sqlalchemy import BigInteger, Index, Text, UniqueConstraint
from sqlmodel import Field


class OrderLineState(StrEnum):
    """Values of `OrderLine.state`."""

    WAITING = "waiting"
    IN_PROGRESS = "in-progress"
    DONE = "done"


class OrderLineKind(StrEnum):
    """Values of `OrderLine.kind`."""

    REPAIR = "repair"
    REPLACEMENT = "replacement"


class OrderLine(Owned, Model, table=True):
    """One line of an order."""

    __tablename__ = "order_lines"
    __table_args__ = (
        UniqueConstraint("team_id", "kind", "due"),
        UniqueConstraint("owner_id", "label"),
        Index(None, "created_at", "id"),
        Index(None, "updated_at", "id"),
        Index(None, "label", "id"),
        Index(None, "price", "id"),
        Index(None, "due", "id"),
    )
    searched = Searched(label=1, notes=1)

    label: str = Field(max_length=80)
    notes: str | None = Field(default=None, sa_type=Text)
    quantity: int = Field(default=1, index=True)
    serial: int = Field(sa_type=BigInteger, unique=True)
    weight: float
    discount: float | None = 0.25
    price: Decimal = Field(max_digits=12, decimal_places=3)
    vat: Decimal | None = Field(default=Decimal("19"), max_digits=4, decimal_places=2)
    urgent: bool = Field(default=False, index=True)
    due: date
    picked: date = date.fromisoformat("2026-01-31")
    started: datetime | None = None
    opened: datetime = datetime.fromisoformat("2026-01-31T07:00:00Z")
    external: UUID = Field(unique=True)
    batch: UUID = UUID("0192d6f0-0000-7000-8000-000000000000")
    contact: str | None = Field(default=None, max_length=254)
    reply_to: str = Field(default="desk@example.com", max_length=254)
    manual: str | None = Field(default=None, max_length=2048)
    home: str = Field(default="https://example.com/", max_length=2048)
    extra: Json | None = Field(default=None, sa_type=JsonColumn)
    details: Json = Field(sa_type=JsonColumn)
    state: OrderLineState = Field(
        default=OrderLineState.IN_PROGRESS, sa_type=choice(OrderLineState), index=True
    )
    kind: OrderLineKind = Field(sa_type=choice(OrderLineKind))
    parent_id: UUID | None = Field(
        default=None, foreign_key="order_lines.id", ondelete="CASCADE", index=True
    )
    team_id: UUID = Field(foreign_key="teams.id", ondelete="RESTRICT")
    helper_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )
    code: str = Field(max_length=8)
    remark: str = Field(max_length=40)
    refund: Decimal = Field(max_digits=6, decimal_places=2)
    secret: str | None = Field(default=None, max_length=64)
    approved: bool | None = None
