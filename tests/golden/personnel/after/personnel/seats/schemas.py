"""What callers send and receive about seats."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING

from personnel.seats.models import SeatRole


class SeatCreate(Input):
    """A seat to add."""

    team_id: UUID
    user_id: UUID
    role: SeatRole = SeatRole.MEMBER


class SeatUpdate(Input):
    """What to change of a seat; what is absent stays."""

    team_id: UUID | MISSING = MISSING
    user_id: UUID | MISSING = MISSING
    role: SeatRole | MISSING = MISSING


class SeatRead(Output):
    """A seat as callers see it."""

    id: UUID
    team_id: UUID
    user_id: UUID
    role: SeatRole
    created_at: datetime
    updated_at: datetime


class SeatQuery(PageQuery):
    """Which seats to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
