"""Tickets with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many, One, Through
from pydantic import MISSING

from desk.labels.schemas import LabelRead
from desk.labels.service import Labels
from desk.replies.schemas import ReplyRead
from desk.replies.service import Replies
from desk.tickets.models import TicketLabel
from desk.tickets.schemas import TicketRead
from desk.tickets.service import Tickets
from desk.users.schemas import UserRead
from desk.users.service import Users


class TicketWithIncludes(TicketRead):
    """A ticket, with what `include` asks for."""

    owner: UserRead | MISSING | None = MISSING
    labels: list[LabelRead] | MISSING = MISSING
    replies: list[ReplyRead] | MISSING = MISSING


async def get_tickets_with_includes(
    tickets: Tickets,
    labels: Labels,
    replies: Replies,
    users: Users,
) -> Including[TicketWithIncludes]:
    """Tickets for this request and its caller, with what it asks for."""
    return Including(
        tickets,
        TicketWithIncludes,
        owner=One(users, "owner_id"),
        labels=Through(labels, TicketLabel),
        replies=Many(replies, "ticket_id"),
    )


TicketsWithIncludes = Annotated[Including[TicketWithIncludes], Depends(get_tickets_with_includes)]
