"""The table of visits."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from keel.data import DurationColumn, Model, Owned, Together, list_of, now, today
from sqlalchemy import Index
from sqlmodel import Field


class Visit(Owned, Model, table=True):
    """A patient seen in a surgery."""

    __tablename__ = "visits"
    __table_args__ = (
        Index(None, "starts", "id"),
        Index(None, "length", "id"),
        Index(None, "fee", "id"),
        Together("fee", "fee_currency"),
    )

    surgery_id: UUID = Field(foreign_key="surgeries.id", ondelete="RESTRICT", index=True)
    starts: datetime = Field(default_factory=now)
    day: date = Field(default_factory=today, index=True)
    length: timedelta | None = Field(default=None, sa_type=DurationColumn)
    fee: Decimal | None = Field(default=None, max_digits=14, decimal_places=2)
    fee_currency: str | None = Field(default=None, max_length=3, index=True)
    deposit: Decimal = Field(max_digits=14, decimal_places=2)
    deposit_currency: str = Field(max_length=3)
    link: UUID = Field(default_factory=uuid4, unique=True)
    seen_by_id: UUID = Field(foreign_key="users.id", ondelete="RESTRICT", index=True)
    findings: list[str] | None = Field(default=None, sa_type=list_of(str))
    entered_by_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
