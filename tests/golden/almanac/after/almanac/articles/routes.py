"""The endpoints of articles."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, ExportResponse, PageLinks, exported
from keel.problems import Conflict, answers

from almanac.articles.policy import POLICY
from almanac.articles.schemas import (
    ArticleCreate,
    ArticlePublish,
    ArticleQuery,
    ArticleRead,
    ArticleSelection,
    ArticleUpdate,
)
from almanac.articles.service import Articles, ArticlesToExport

router = APIRouter(prefix="/articles", tags=["articles"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_articles(
    query: Annotated[ArticleQuery, Query()], articles: Articles, links: PageLinks
) -> CursorPage[ArticleRead]:
    """List articles."""
    return links.add(await articles.cursor_page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_article(body: ArticleCreate, articles: Articles) -> ArticleRead:
    """Add an article."""
    return await articles.create(body)


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("jsonl"),
)
async def export_articles(
    file_format: Literal["jsonl"],
    query: Annotated[ArticleSelection, Query()],
    articles: ArticlesToExport,
) -> ExportResponse:
    """Export articles: a file of all that the list has."""
    return ExportResponse.of(articles, query, file_format)


@router.get("/{article_id}", dependencies=[allow(POLICY.read)])
async def read_article(article_id: UUID, articles: Articles) -> ArticleRead:
    """Read one article."""
    return await articles.read(article_id)


@router.patch("/{article_id}", dependencies=[allow(POLICY.update)])
async def update_article(article_id: UUID, body: ArticleUpdate, articles: Articles) -> ArticleRead:
    """Change an article; what the body leaves out stays."""
    return await articles.update(article_id, body)


@router.delete("/{article_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_article(article_id: UUID, articles: Articles) -> None:
    """Delete an article."""
    await articles.delete(article_id)


@router.post(
    "/{article_id}/publish",
    dependencies=[allow(POLICY.action("publish"))],
    responses=answers(Conflict),
)
async def publish_article(
    article_id: UUID, body: ArticlePublish, articles: Articles
) -> ArticleRead:
    """Publish an article."""
    return await articles.publish(article_id, body)
