"""The table of articles."""

from enum import StrEnum
from uuid import UUID

from keel.data import Model, Owned, Searched, choice
from sqlalchemy import Index, Text
from sqlmodel import Field


class ArticleStatus(StrEnum):
    """Values of `Article.status`."""

    DRAFT = "draft"
    PUBLISHED = "published"


class Article(Owned, Model, table=True):
    """One of the articles."""

    __tablename__ = "articles"
    __table_args__ = (Index(None, "title", "id"),)
    searched = Searched(title=4, summary=2, text=1)

    title: str = Field(max_length=200)
    summary: str | None = Field(default=None, max_length=500)
    text: str = Field(sa_type=Text)
    status: ArticleStatus = Field(
        default=ArticleStatus.DRAFT, sa_type=choice(ArticleStatus), index=True
    )
    box_id: UUID = Field(foreign_key="boxes.id", ondelete="CASCADE", index=True)
