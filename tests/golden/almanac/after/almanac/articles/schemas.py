"""What callers send and receive about articles."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import CursorQuery, Input, Output
from pydantic import MISSING, Field

from almanac.articles.models import ArticleStatus

Title = Annotated[str, Field(min_length=1, max_length=200, examples=["First frost"])]
Summary = Annotated[str, Field(max_length=500)]
ArticleText = Annotated[str, Field(max_length=20_000, examples=["Cover the lemon tree."])]
Words = Annotated[
    str, Field(max_length=200, description="Words to find in title, summary and text.")
]


class ArticleCreate(Input):
    """An article to add."""

    title: Title
    summary: Summary | None = None
    text: ArticleText
    box_id: UUID


class ArticleUpdate(Input):
    """What to change of an article; what is absent stays."""

    title: Title | MISSING = MISSING
    summary: Summary | MISSING | None = MISSING
    text: ArticleText | MISSING = MISSING
    box_id: UUID | MISSING = MISSING


class ArticlePublish(Input):
    """What it takes to publish an article."""

    summary: Summary | None = None


class ArticleRead(Output):
    """An article as callers see it."""

    id: UUID
    title: Annotated[str, Field(examples=["First frost"])]
    summary: str | None
    text: Annotated[str, Field(examples=["Cover the lemon tree."])]
    status: ArticleStatus
    box_id: UUID
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class ArticleSelection(Input):
    """Which articles, and in what order."""

    sort: Literal["created_at", "-created_at", "title", "-title", "relevance"] = "relevance"
    q: Words | None = None
    status: ArticleStatus | None = None


class ArticleQuery(ArticleSelection, CursorQuery):
    """Which articles to list, in what order, and how many."""
