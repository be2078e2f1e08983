"""What callers send and receive about collections."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import FileKind, FileLink, Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120)]
COVER_FILE = FileKind("image/png", "image/jpeg", max_bytes=500_000)
CollectionInclude = Literal["papers"]


class CollectionCreate(Input):
    """A collection to add."""

    name: Name


class CollectionUpdate(Input):
    """What to change of a collection; what is absent stays."""

    name: Name | MISSING = MISSING


class CollectionRead(Output):
    """A collection as callers see it."""

    id: UUID
    name: str
    cover: FileLink | None
    created_at: datetime
    updated_at: datetime


class CollectionSelection(Input):
    """Which collections, and in what order."""

    sort: Literal["created_at", "-created_at"] = "-created_at"


class CollectionQuery(CollectionSelection, PageQuery):
    """Which collections to list, in what order, and how many."""

    include: Sequence[CollectionInclude] = ()
