"""What callers send and receive about companies."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]


class CompanyCreate(Input):
    """A company to add."""

    name: Name


class CompanyUpdate(Input):
    """What to change of a company; what is absent stays."""

    name: Name | MISSING = MISSING
    plan_id: UUID | MISSING | None = MISSING


class CompanyRead(Output):
    """A company as callers see it."""

    id: UUID
    name: str
    plan_id: UUID | None
    created_at: datetime
    updated_at: datetime


class CompanyQuery(PageQuery):
    """Which companies to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
