"""The rules of articles."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession

from almanac.articles.models import Article, ArticleStatus
from almanac.articles.repository import ArticleRepository
from almanac.articles.schemas import ArticleCreate, ArticlePublish, ArticleRead, ArticleUpdate
from almanac.boxes.repository import BoxRepository


class ArticleService(Service[Article, ArticleCreate, ArticleUpdate, ArticleRead]):
    """What can happen to an article; override a method to add a rule."""

    async def publish(self, article_id: UUID, body: ArticlePublish) -> ArticleRead:
        """Publish an article."""
        article = await self.row_for("publish", article_id, status=ArticleStatus.DRAFT)
        article.status = ArticleStatus.PUBLISHED
        article.summary = body.summary
        return await self.save(article)


async def get_articles(session: Session, caller: CurrentCaller) -> ArticleService:
    """The service of articles for this request and its caller."""
    return ArticleService(
        ArticleRepository(session, caller),
        box_id=BoxRepository(session, caller),
    )


Articles = Annotated[ArticleService, Depends(get_articles)]


async def get_articles_to_export(session: SnapshotSession, caller: CurrentCaller) -> ArticleService:
    """The service of articles as they are at one moment, until the answer is sent."""
    return await get_articles(session, caller)


ArticlesToExport = Annotated[ArticleService, Depends(get_articles_to_export)]
