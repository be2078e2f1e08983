"""The endpoints of topics."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, Unwritten, answers

from exemplar.topics.policy import BUSIEST_TOPICS, MERGE_TOPIC, POLICY
from exemplar.topics.schemas import (
    BusiestTopicsQuery,
    MergeTopic,
    TopicCreate,
    TopicQuery,
    TopicRead,
    TopicUpdate,
)
from exemplar.topics.service import Topics

router = APIRouter(prefix="/topics", tags=["topics"])


# grow: list
@router.get("", dependencies=[allow(POLICY.list)])
async def list_topics(
    query: Annotated[TopicQuery, Query()], topics: Topics, links: PageLinks
) -> Page[TopicRead]:
    """List topics."""
    return links.add(await topics.page(query))


# grow: create
@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_topic(body: TopicCreate, topics: Topics) -> TopicRead:
    """Add a topic."""
    return await topics.create(body)


# grow: collection
@router.get("/busiest", dependencies=[allow(BUSIEST_TOPICS)], responses=answers(Unwritten))
async def busiest_topics(
    query: Annotated[BusiestTopicsQuery, Query()], topics: Topics
) -> list[TopicRead]:
    """The topics with the most notes."""
    return await topics.busiest(query)


# end


# grow: read
@router.get("/{topic_id}", dependencies=[allow(POLICY.read)])
async def read_topic(topic_id: UUID, topics: Topics) -> TopicRead:
    """Read one topic."""
    return await topics.read(topic_id)


# grow: update
@router.patch("/{topic_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_topic(topic_id: UUID, body: TopicUpdate, topics: Topics) -> TopicRead:
    """Change a topic; what the body leaves out stays."""
    return await topics.update(topic_id, body)


# grow: delete
@router.delete(
    "/{topic_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_topic(topic_id: UUID, topics: Topics) -> None:
    """Delete a topic."""
    await topics.delete(topic_id)


# grow: endpoints
@router.post(
    "/{topic_id}/merge", dependencies=[allow(MERGE_TOPIC)], responses=answers(Conflict, Unwritten)
)
async def merge_topic(topic_id: UUID, body: MergeTopic, topics: Topics) -> TopicRead:
    """Move all notes of a topic to another one, and delete it."""
    return await topics.merge(topic_id, body)


# end
