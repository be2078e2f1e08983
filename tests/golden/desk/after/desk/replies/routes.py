"""The endpoints of replies."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from desk.replies.policy import POLICY
from desk.replies.schemas import ReplyCreate, ReplyQuery, ReplyRead, ReplyUpdate
from desk.replies.service import Replies

router = APIRouter(tags=["replies"])


@router.get("/tickets/{ticket_id}/replies", dependencies=[allow(POLICY.list)])
async def list_replies(
    ticket_id: UUID, query: Annotated[ReplyQuery, Query()], replies: Replies, links: PageLinks
) -> Page[ReplyRead]:
    """List replies."""
    await replies.within(ticket_id=ticket_id)
    return links.add(await replies.page(query))


@router.post("/tickets/{ticket_id}/replies", status_code=201, dependencies=[allow(POLICY.create)])
async def create_reply(ticket_id: UUID, body: ReplyCreate, replies: Replies) -> ReplyRead:
    """Add a reply."""
    await replies.within(ticket_id=ticket_id)
    return await replies.create(body)


@router.get("/replies/{reply_id}", dependencies=[allow(POLICY.read)])
async def read_reply(reply_id: UUID, replies: Replies) -> ReplyRead:
    """Read one reply."""
    return await replies.read(reply_id)


@router.patch("/replies/{reply_id}", dependencies=[allow(POLICY.update)])
async def update_reply(reply_id: UUID, body: ReplyUpdate, replies: Replies) -> ReplyRead:
    """Change a reply; what the body leaves out stays."""
    return await replies.update(reply_id, body)


@router.delete("/replies/{reply_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_reply(reply_id: UUID, replies: Replies) -> None:
    """Delete a reply."""
    await replies.delete(reply_id)
