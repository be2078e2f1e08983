"""The endpoints of topics."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from noticeboard.topics.policy import POLICY
from noticeboard.topics.schemas import TopicQuery, TopicRead
from noticeboard.topics.service import Topics

router = APIRouter(prefix="/topics", tags=["topics"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_topics(
    query: Annotated[TopicQuery, Query()], topics: Topics, links: PageLinks
) -> Page[TopicRead]:
    """List topics."""
    return links.add(await topics.page(query))


@router.get("/{topic_id}", dependencies=[allow(POLICY.read)])
async def read_topic(topic_id: UUID, topics: Topics) -> TopicRead:
    """Read one topic."""
    return await topics.read(topic_id)
