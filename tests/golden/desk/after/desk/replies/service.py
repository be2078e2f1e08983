"""The rules of replies."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SoftDeleteService

from desk.replies.models import Reply
from desk.replies.repository import ReplyRepository
from desk.replies.schemas import ReplyCreate, ReplyRead, ReplyUpdate
from desk.tickets.repository import TicketRepository


class ReplyService(SoftDeleteService[Reply, ReplyCreate, ReplyUpdate, ReplyRead]):
    """What can happen to a reply; override a method to add a rule."""


async def get_replies(session: Session, caller: CurrentCaller) -> ReplyService:
    """The service of replies for this request and its caller."""
    return ReplyService(
        ReplyRepository(session, caller),
        ticket_id=TicketRepository(session, caller),
    )


Replies = Annotated[ReplyService, Depends(get_replies)]
