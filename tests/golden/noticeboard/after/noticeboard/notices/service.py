"""The rules of notices."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from noticeboard.notices.models import Notice
from noticeboard.notices.repository import NoticeRepository
from noticeboard.notices.schemas import NoticeCreate, NoticeRead
from noticeboard.topics.repository import TopicRepository


class NoticeService(Service[Notice, NoticeCreate, Never, NoticeRead]):
    """What can happen to a notice; override a method to add a rule."""


async def get_notices(session: Session, caller: CurrentCaller) -> NoticeService:
    """The service of notices for this request and its caller."""
    return NoticeService(
        NoticeRepository(session, caller),
        topic_id=TopicRepository(session, caller),
    )


Notices = Annotated[NoticeService, Depends(get_notices)]
