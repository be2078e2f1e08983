"""The table of lines."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from keel.data import Model, choice
from sqlmodel import Field


class LineKind(StrEnum):
    """Values of `Line.kind`."""

    WORK = "work"
    GOODS = "goods"


class Line(Model, table=True):
    """What was spent."""

    __tablename__ = "lines"

    project_id: UUID = Field(foreign_key="projects.id", ondelete="CASCADE", index=True)
    label: str = Field(max_length=40)
    kind: LineKind = Field(sa_type=choice(LineKind))
    price: Decimal = Field(max_digits=10, decimal_places=2)
    discount: Decimal | None = Field(default=None, max_digits=4, decimal_places=2)
    quantity: int
    due: date
    paid_at: datetime | None = None
