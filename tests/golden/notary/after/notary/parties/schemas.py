"""What callers send and receive about parties."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING

from notary.parties.models import PartyRole


class PartyCreate(Input):
    """A party to add."""

    contract_id: UUID
    user_id: UUID
    role: PartyRole = PartyRole.GUEST


class PartyUpdate(Input):
    """What to change of a party; what is absent stays."""

    contract_id: UUID | MISSING = MISSING
    user_id: UUID | MISSING = MISSING
    role: PartyRole | MISSING = MISSING


class PartyRead(Output):
    """A party as callers see it."""

    id: UUID
    contract_id: UUID
    user_id: UUID
    role: PartyRole
    created_by_id: UUID | None
    updated_by_id: UUID | None
    created_at: datetime
    updated_at: datetime


class PartyQuery(PageQuery):
    """Which parties to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
