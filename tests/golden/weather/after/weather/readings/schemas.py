"""What callers send and receive about readings."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output, Timestamp, now
from keel.data.bulk import Identified
from pydantic import MISSING, Field

from weather.readings.models import ReadingStatus

Celsius = Annotated[Decimal, Field(max_digits=5, decimal_places=2)]
Remark = Annotated[str, Field(max_length=500)]
ReadingInclude = Literal["station"]


class ReadingCreate(Input):
    """A reading to add."""

    celsius: Celsius
    measured_at: Timestamp = Field(default_factory=now)
    remark: Remark | None = None


class ReadingUpdate(Input):
    """What to change of a reading; what is absent stays."""

    celsius: Celsius | MISSING = MISSING
    measured_at: Timestamp | MISSING = MISSING
    remark: Remark | MISSING | None = MISSING


class ReadingBulkUpdate(ReadingUpdate, Identified):
    """What to change of one reading among several; what is absent stays."""


class ReadingRead(Output):
    """A reading as callers see it."""

    id: UUID
    station_id: UUID
    celsius: Decimal
    measured_at: datetime
    remark: str | None
    status: ReadingStatus
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class ReadingSelection(Input):
    """Which readings, and in what order."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    celsius: Celsius | None = None
    celsius__gte: Celsius | None = None
    celsius__lte: Celsius | None = None


class ReadingQuery(ReadingSelection, CursorQuery):
    """Which readings to list, in what order, and how many."""

    include: Sequence[ReadingInclude] = ()
