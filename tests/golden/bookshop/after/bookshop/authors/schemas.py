"""What callers send and receive about authors."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

Name = Annotated[str, Field(min_length=1, max_length=120, examples=["Jane Austen"])]
Words = Annotated[str, Field(max_length=200, description="Words to find in name.")]


class AuthorCreate(Input):
    """An author to add."""

    name: Name
    born: date | None = None


class AuthorUpdate(Input):
    """What to change of an author; what is absent stays."""

    name: Name | MISSING = MISSING
    born: date | MISSING | None = MISSING


class AuthorRead(Output):
    """An author as callers see it."""

    id: UUID
    name: Annotated[str, Field(examples=["Jane Austen"])]
    born: date | None
    created_at: datetime
    updated_at: datetime


class AuthorQuery(PageQuery):
    """Which authors to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "name", "-name", "born", "-born", "relevance"] = (
        "relevance"
    )
    q: Words | None = None
    born__gte: date | None = None
    born__lte: date | None = None
