"""The endpoints of comments."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from tracker.comments.policy import POLICY
from tracker.comments.schemas import CommentCreate, CommentQuery, CommentRead, CommentUpdate
from tracker.comments.service import Comments

router = APIRouter(prefix="/comments", tags=["comments"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_comments(
    query: Annotated[CommentQuery, Query()], comments: Comments, links: PageLinks
) -> Page[CommentRead]:
    """List comments."""
    return links.add(await comments.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_comment(body: CommentCreate, comments: Comments) -> CommentRead:
    """Add a comment."""
    return await comments.create(body)


@router.get("/{comment_id}", dependencies=[allow(POLICY.read)])
async def read_comment(comment_id: UUID, comments: Comments) -> CommentRead:
    """Read one comment."""
    return await comments.read(comment_id)


@router.patch("/{comment_id}", dependencies=[allow(POLICY.update)])
async def update_comment(comment_id: UUID, body: CommentUpdate, comments: Comments) -> CommentRead:
    """Change a comment; what the body leaves out stays."""
    return await comments.update(comment_id, body)


@router.delete("/{comment_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_comment(comment_id: UUID, comments: Comments) -> None:
    """Delete a comment."""
    await comments.delete(comment_id)
