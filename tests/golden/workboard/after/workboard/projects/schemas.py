"""What callers send and receive about projects."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=80)]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class ProjectCreate(Input):
    """A project to add."""

    name: Name


class ProjectUpdate(Input):
    """What to change of a project; what is absent stays."""

    name: Name | MISSING = MISSING


class ProjectRead(Output):
    """A project as callers see it."""

    id: UUID
    name: str
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class ProjectQuery(PageQuery):
    """Which projects to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
