"""What callers send and receive about memberships."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING

from tracker.memberships.models import MembershipRole


class MembershipCreate(Input):
    """A membership to add."""

    project_id: UUID
    user_id: UUID
    role: MembershipRole


class MembershipUpdate(Input):
    """What to change of a membership; what is absent stays."""

    project_id: UUID | MISSING = MISSING
    user_id: UUID | MISSING = MISSING
    role: MembershipRole | MISSING = MISSING


class MembershipRead(Output):
    """A membership as callers see it."""

    id: UUID
    project_id: UUID
    user_id: UUID
    role: MembershipRole
    created_at: datetime
    updated_at: datetime


class MembershipQuery(PageQuery):
    """Which memberships to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    project_id: UUID | None = None
    user_id: UUID | None = None
    role: MembershipRole | None = None
