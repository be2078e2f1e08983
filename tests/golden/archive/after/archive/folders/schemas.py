"""What callers send and receive about folders."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=80)]
FolderInclude = Literal["papers"]


class FolderCreate(Input):
    """A folder to add."""

    name: Name
    parent_id: UUID | None = None


class FolderUpdate(Input):
    """What to change of a folder; what is absent stays."""

    name: Name | MISSING = MISSING
    parent_id: UUID | MISSING | None = MISSING


class FolderRead(Output):
    """A folder as callers see it."""

    id: UUID
    name: str
    parent_id: UUID | None
    paper_count: Annotated[int, Field(description="Count of papers.")]
    created_at: datetime
    updated_at: datetime


class FolderQuery(PageQuery):
    """Which folders to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    include: Sequence[FolderInclude] = ()


class FolderDeleted(FolderRead):
    """A folder that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
