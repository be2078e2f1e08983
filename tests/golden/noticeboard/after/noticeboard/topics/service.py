"""The rules of topics."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from noticeboard.topics.models import Topic
from noticeboard.topics.repository import TopicRepository
from noticeboard.topics.schemas import TopicRead


class TopicService(Service[Topic, Never, Never, TopicRead]):
    """What can happen to a topic; override a method to add a rule."""


async def get_topics(session: Session, caller: CurrentCaller) -> TopicService:
    """The service of topics for this request and its caller."""
    return TopicService(TopicRepository(session, caller))


Topics = Annotated[TopicService, Depends(get_topics)]
