"""The rules of topics."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from exemplar.topics.models import Topic
from exemplar.topics.repository import TopicRepository
from exemplar.topics.schemas import TopicCreate, TopicRead, TopicUpdate


class TopicService(Service[Topic, TopicCreate, TopicUpdate, TopicRead]):
    """What can happen to a topic; override a method to add a rule."""


async def get_topics(session: Session, caller: CurrentCaller) -> TopicService:
    """The service of topics for this request and its caller."""
    return TopicService(TopicRepository(session, caller))


Topics = Annotated[TopicService, Depends(get_topics)]
