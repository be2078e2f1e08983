"""The table of contracts."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from keel.data import (
    Audited,
    DurationColumn,
    History,
    Json,
    JsonColumn,
    Model,
    Searched,
    choice,
    list_of,
    today,
)
from sqlalchemy import Index
from sqlmodel import Field


class ContractStatus(StrEnum):
    """Values of `Contract.status`."""

    DRAFT = "draft"
    SIGNED = "signed"
    VOID = "void"


class Contract(Audited, Model, table=True):
    """What some people agreed on."""

    __tablename__ = "contracts"
    __table_args__ = (Index(None, "title", "id"),)
    searched = Searched(title=1)

    title: str = Field(max_length=200)
    fee: Decimal = Field(max_digits=10, decimal_places=2)
    pin: str | None = Field(default=None, max_length=12)
    status: ContractStatus = Field(
        default=ContractStatus.DRAFT, sa_type=choice(ContractStatus), index=True
    )
    signed_at: datetime | None = None
    notice: timedelta | None = Field(default=None, sa_type=DurationColumn)
    valid_from: date = Field(default_factory=today)
    witness_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )
    remarks: list[str] = Field(default=[], sa_type=list_of(str))
    details: Json | None = Field(default=None, sa_type=JsonColumn)


class ContractHistory(History, table=True):
    """What changed in contracts, when and by whom."""

    __tablename__ = "contract_history"
    of = Contract
    write_only = ("pin",)
