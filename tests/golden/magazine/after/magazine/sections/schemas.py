"""What callers send and receive about sections."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery, Url
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=60)]


class SectionCreate(Input):
    """A section to add."""

    name: Name


class SectionUpdate(Input):
    """What to change of a section; what is absent stays."""

    name: Name | MISSING = MISSING


class SectionImport(Input):
    """What it takes to import sections."""

    url: Url
    at_most: Annotated[int, Field(ge=1, le=100)] = 20


class SectionRead(Output):
    """A section as callers see it."""

    id: UUID
    name: str
    created_at: datetime
    updated_at: datetime


class SectionQuery(PageQuery):
    """Which sections to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
