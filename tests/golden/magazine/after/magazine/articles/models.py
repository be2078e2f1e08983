"""The table of articles."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from keel.data import Model, Owned, Searched, choice
from sqlalchemy import Index, Text
from sqlmodel import Field


class ArticleStatus(StrEnum):
    """Values of `Article.status`."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    PUBLISHED = "published"
    HIDDEN = "hidden"


class Article(Owned, Model, table=True):
    """Something to read."""

    __tablename__ = "articles"
    __table_args__ = (Index(None, "title", "id"), Index(None, "status", "id"))
    searched = Searched(title=1)

    title: str = Field(max_length=200)
    section_id: UUID = Field(foreign_key="sections.id", ondelete="RESTRICT", index=True)
    summary: str | None = Field(default=None, max_length=500)
    remark: str | None = Field(default=None, sa_type=Text)
    status: ArticleStatus = Field(default=ArticleStatus.DRAFT, sa_type=choice(ArticleStatus))
    published_at: datetime | None = None
    publisher_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="RESTRICT", index=True
    )
    featured: bool = False
