"""The endpoints of articles."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, Unwritten, answers

from magazine.articles.policy import POLICY
from magazine.articles.schemas import (
    ArticleCreate,
    ArticleHandOver,
    ArticleMove,
    ArticleQuery,
    ArticleRead,
    ArticleSendBack,
    ArticleUpdate,
)
from magazine.articles.service import Articles

router = APIRouter(prefix="/articles", tags=["articles"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_articles(
    query: Annotated[ArticleQuery, Query()], articles: Articles, links: PageLinks
) -> Page[ArticleRead]:
    """List articles."""
    return links.add(await articles.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_article(body: ArticleCreate, articles: Articles) -> ArticleRead:
    """Add an article."""
    return await articles.create(body)


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
    "/{article_id}/submit",
    dependencies=[allow(POLICY.action("submit"))],
    responses=answers(Conflict),
)
async def submit_article(article_id: UUID, articles: Articles) -> ArticleRead:
    """Submit an article."""
    return await articles.submit(article_id)


@router.post(
    "/{article_id}/send-back",
    dependencies=[allow(POLICY.action("send_back"))],
    responses=answers(Conflict),
)
async def send_back_article(
    article_id: UUID, body: ArticleSendBack, articles: Articles
) -> ArticleRead:
    """Give it back to its writer, and say what to mend."""
    return await articles.send_back(article_id, body)


@router.post(
    "/{article_id}/publish",
    dependencies=[allow(POLICY.action("publish"))],
    responses=answers(Conflict),
)
async def publish_article(article_id: UUID, articles: Articles) -> ArticleRead:
    """Publish an article."""
    return await articles.publish(article_id)


@router.post(
    "/{article_id}/hide", dependencies=[allow(POLICY.action("hide"))], responses=answers(Conflict)
)
async def hide_article(article_id: UUID, articles: Articles) -> ArticleRead:
    """Hide an article."""
    return await articles.hide(article_id)


@router.post("/{article_id}/move", dependencies=[allow(POLICY.action("move"))])
async def move_article(article_id: UUID, body: ArticleMove, articles: Articles) -> ArticleRead:
    """Move an article."""
    return await articles.move(article_id, body)


@router.post(
    "/{article_id}/hand-over",
    dependencies=[allow(POLICY.action("hand_over"))],
    responses=answers(Unwritten),
)
async def hand_over_article(
    article_id: UUID, body: ArticleHandOver, articles: Articles
) -> ArticleRead:
    """Hand over an article."""
    return await articles.hand_over(article_id, body)
