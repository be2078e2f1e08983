"""What callers send and receive about articles."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

from magazine.articles.models import ArticleStatus

Title = Annotated[str, Field(min_length=1, max_length=200)]
Summary = Annotated[str, Field(max_length=500)]
Remark = Annotated[str, Field(max_length=2_000)]
Status = Annotated[ArticleStatus, Field(description="How far it is.")]
Words = Annotated[str, Field(max_length=200, description="Words to find in title.")]


class ArticleCreate(Input):
    """An article to add."""

    title: Title
    section_id: UUID
    summary: Summary | None = None


class ArticleUpdate(Input):
    """What to change of an article; what is absent stays."""

    title: Title | MISSING = MISSING
    section_id: UUID | MISSING = MISSING
    summary: Summary | MISSING | None = MISSING


class ArticleSendBack(Input):
    """What it takes to send back an article."""

    remark: Annotated[str, Field(min_length=1, max_length=2_000)]


class ArticleMove(Input):
    """What it takes to move an article."""

    section_id: UUID


class ArticleHandOver(Input):
    """What it takes to hand over an article."""

    to_id: UUID
    note: Annotated[str, Field(max_length=500)] | None = None


class ArticleRead(Output):
    """An article as callers see it."""

    id: UUID
    title: str
    section_id: UUID
    summary: str | None
    remark: str | None
    status: Annotated[ArticleStatus, Field(description="How far it is.")]
    published_at: datetime | None
    publisher_id: UUID | None
    featured: bool
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class ArticleQuery(PageQuery):
    """Which articles to list, in what order, and how many."""

    sort: Literal[
        "created_at", "-created_at", "title", "-title", "status", "-status", "relevance"
    ] = "relevance"
    q: Words | None = None
    status: Status | None = None
    section_id: UUID | None = None
