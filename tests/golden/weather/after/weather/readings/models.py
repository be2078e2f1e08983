"""The table of readings."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from keel.data import Model, Owned, choice, now
from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field


class ReadingStatus(StrEnum):
    """Values of `Reading.status`."""

    RAW = "raw"
    CHECKED = "checked"


class Reading(Owned, Model, table=True):
    """What was measured at one moment."""

    __tablename__ = "readings"
    __table_args__ = (UniqueConstraint("station_id", "measured_at"),)

    station_id: UUID = Field(foreign_key="stations.id", ondelete="CASCADE")
    celsius: Decimal = Field(max_digits=5, decimal_places=2, index=True)
    measured_at: datetime = Field(default_factory=now)
    remark: str | None = Field(default=None, sa_type=Text)
    status: ReadingStatus = Field(default=ReadingStatus.RAW, sa_type=choice(ReadingStatus))
