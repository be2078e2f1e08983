"""What callers send and receive about annexes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

AnnexText = Annotated[str, Field(min_length=1, max_length=5_000)]
AnnexInclude = Literal["updated_by"]


class AnnexCreate(Input):
    """An annex to add."""

    text: AnnexText
    above_id: UUID | None = None


class AnnexUpdate(Input):
    """What to change of an annex; what is absent stays."""

    text: AnnexText | MISSING = MISSING
    above_id: UUID | MISSING | None = MISSING


class AnnexRead(Output):
    """An annex as callers see it."""

    id: UUID
    contract_id: UUID
    text: str
    above_id: UUID | None
    owner_id: UUID
    created_by_id: UUID | None
    updated_by_id: UUID | None
    created_at: datetime
    updated_at: datetime


class AnnexQuery(PageQuery):
    """Which annexes to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    created_by_id: UUID | None = None
    include: Sequence[AnnexInclude] = ()
