"""What callers send and receive about teams."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=80)]
Budget = Annotated[Decimal, Field(max_digits=12, decimal_places=2)]
TeamInclude = Literal["employees"]


class TeamCreate(Input):
    """A team to add."""

    name: Name
    budget: Budget | None = None


class TeamUpdate(Input):
    """What to change of a team; what is absent stays."""

    name: Name | MISSING = MISSING
    budget: Budget | MISSING | None = MISSING


class TeamRead(Output):
    """A team as callers see it."""

    id: UUID
    name: str
    budget: Decimal | MISSING | None = MISSING
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class TeamQuery(PageQuery):
    """Which teams to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    include: Sequence[TeamInclude] = ()
