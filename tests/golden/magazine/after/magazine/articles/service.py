"""The rules of articles."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, now
from keel.problems import Unwritten

from magazine.articles.models import Article, ArticleStatus
from magazine.articles.repository import ArticleRepository
from magazine.articles.schemas import (
    ArticleCreate,
    ArticleHandOver,
    ArticleMove,
    ArticleRead,
    ArticleSendBack,
    ArticleUpdate,
)
from magazine.sections.repository import SectionRepository
from magazine.users.repository import UserRepository


class ArticleService(Service[Article, ArticleCreate, ArticleUpdate, ArticleRead]):
    """What can happen to an article; override a method to add a rule."""

    async def submit(self, article_id: UUID) -> ArticleRead:
        """Submit an article."""
        article = await self.row_for(
            "submit", article_id, needs=("summary",), status=ArticleStatus.DRAFT
        )
        article.status = ArticleStatus.SUBMITTED
        article.remark = None
        return await self.save(article)

    async def send_back(self, article_id: UUID, body: ArticleSendBack) -> ArticleRead:
        """Give it back to its writer, and say what to mend."""
        article = await self.row_for("send_back", article_id, status=ArticleStatus.SUBMITTED)
        article.status = ArticleStatus.DRAFT
        article.remark = body.remark
        return await self.save(article)

    async def publish(self, article_id: UUID) -> ArticleRead:
        """Publish an article."""
        article = await self.row_for(
            "publish", article_id, status=(ArticleStatus.SUBMITTED, ArticleStatus.HIDDEN)
        )
        article.status = ArticleStatus.PUBLISHED
        article.published_at = now()
        article.publisher_id = self.caller_id
        article.featured = True
        return await self.save(article)

    async def hide(self, article_id: UUID) -> ArticleRead:
        """Hide an article."""
        article = await self.row_for("hide", article_id, status=ArticleStatus.PUBLISHED)
        article.status = ArticleStatus.HIDDEN
        article.featured = False
        return await self.save(article)

    async def move(self, article_id: UUID, body: ArticleMove) -> ArticleRead:
        """Move an article."""
        article = await self.row_for("move", article_id, body)
        article.section_id = body.section_id
        return await self.save(article)

    async def hand_over(self, article_id: UUID, body: ArticleHandOver) -> ArticleRead:
        """Hand over an article."""
        await self.row_for("hand_over", article_id, body)
        raise Unwritten  # to be written: what it does


async def get_articles(session: Session, caller: CurrentCaller) -> ArticleService:
    """The service of articles for this request and its caller."""
    return ArticleService(
        ArticleRepository(session, caller),
        section_id=SectionRepository(session, caller),
        to_id=UserRepository(session, caller),
    )


Articles = Annotated[ArticleService, Depends(get_articles)]
