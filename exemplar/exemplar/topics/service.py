"""The rules of topics."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session
from keel.problems import Unwritten

from exemplar.topics.models import Topic
from exemplar.topics.repository import TopicRepository
from exemplar.topics.schemas import (
    BusiestTopicsQuery,
    MergeTopic,
    TopicCreate,
    TopicRead,
    TopicUpdate,
)


class TopicService(Service[Topic, TopicCreate, TopicUpdate, TopicRead]):
    """What can happen to a topic; override a method to add a rule."""

    # grow: caller_fields
    # end
    # grow: endpoints
    async def busiest(self, query: BusiestTopicsQuery) -> list[TopicRead]:
        """The topics with the most notes."""
        raise Unwritten("To be written: The topics with the most notes.")

    async def merge(self, topic_id: UUID, body: MergeTopic) -> TopicRead:
        """Move all notes of a topic to another one, and delete it.

        Raises:
            NotFound: There is no such row, or none that the caller may read.
        """
        await self.repository.get(topic_id, lock=True)
        raise Unwritten("To be written: Move all notes of a topic to another one, and delete it.")

    # end


async def get_topics(session: Session, caller: CurrentCaller) -> TopicService:
    """The service of topics for this request and its caller."""
    return TopicService(TopicRepository(session, caller))


Topics = Annotated[TopicService, Depends(get_topics)]
