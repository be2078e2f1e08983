"""The endpoints of comments."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Change, Page, PageLinks, PageQuery, changes_of
from keel.problems import Conflict, answers

from exemplar.comments.policy import POLICY
from exemplar.comments.schemas import (
    CommentCreate,
    CommentDeleted,
    CommentQuery,
    CommentRead,
    CommentUpdate,
)
from exemplar.comments.service import Comments

router = APIRouter(tags=["comments"])


@router.get("/notes/{note_id}/comments", dependencies=[allow(POLICY.list)])
async def list_comments(
    note_id: UUID, query: Annotated[CommentQuery, Query()], comments: Comments, links: PageLinks
) -> Page[CommentRead]:
    """List comments."""
    await comments.within(note_id=note_id)
    return links.add(await comments.page(query))


@router.post("/notes/{note_id}/comments", status_code=201, dependencies=[allow(POLICY.create)])
async def create_comment(note_id: UUID, body: CommentCreate, comments: Comments) -> CommentRead:
    """Add a comment."""
    await comments.within(note_id=note_id)
    return await comments.create(body)


# grow: deleted
@router.get("/comments/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_comments(
    query: Annotated[PageQuery, Query()], comments: Comments, links: PageLinks
) -> Page[CommentDeleted]:
    """List deleted comments, the last deleted first."""
    return links.add(await comments.deleted(query, CommentDeleted))


@router.get("/comments/{comment_id}", dependencies=[allow(POLICY.read)])
async def read_comment(comment_id: UUID, comments: Comments) -> CommentRead:
    """Read one comment."""
    return await comments.read(comment_id)


@router.patch("/comments/{comment_id}", dependencies=[allow(POLICY.update)])
async def update_comment(comment_id: UUID, body: CommentUpdate, comments: Comments) -> CommentRead:
    """Change a comment; what the body leaves out stays."""
    return await comments.update(comment_id, body)


@router.delete("/comments/{comment_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_comment(comment_id: UUID, comments: Comments) -> None:
    """Delete a comment."""
    await comments.delete(comment_id)


# grow: restore
@router.post(
    "/comments/{comment_id}/restore",
    dependencies=[allow(POLICY.restore)],
    responses=answers(Conflict),
)
async def restore_comment(comment_id: UUID, comments: Comments) -> CommentRead:
    """Restore a deleted comment, with what was deleted with it."""
    return await comments.restore(comment_id)


# grow: purge
@router.delete(
    "/comments/deleted/{comment_id}", status_code=204, dependencies=[allow(POLICY.purge)]
)
async def purge_comment(comment_id: UUID, comments: Comments) -> None:
    """Delete a deleted comment for good."""
    await comments.purge(comment_id)


# grow: children
@router.get("/comments/{comment_id}/children", dependencies=[allow(POLICY.list)])
async def list_comment_children(
    comment_id: UUID,
    query: Annotated[CommentQuery, Query()],
    comments: Comments,
    links: PageLinks,
) -> Page[CommentRead]:
    """List what is right below a comment."""
    await comments.within(parent_id=comment_id)
    return links.add(await comments.page(query))


# grow: ancestors
@router.get("/comments/{comment_id}/ancestors", dependencies=[allow(POLICY.read)])
async def list_comment_ancestors(comment_id: UUID, comments: Comments) -> list[CommentRead]:
    """List what is above a comment, its root first."""
    return await comments.ancestors(comment_id)


# grow: subtree
@router.get("/comments/{comment_id}/subtree", dependencies=[allow(POLICY.list)])
async def list_comment_subtree(
    comment_id: UUID, comments: Comments, depth: Annotated[int, Query(ge=1, le=32)] = 32
) -> list[CommentRead]:
    """List a comment and what is below it, level by level, 1,000 rows at most."""
    return await comments.subtree(comment_id, depth)


# grow: history
@router.get("/comments/{comment_id}/history", dependencies=[allow(POLICY.history)])
async def list_comment_history(
    comment_id: UUID, query: Annotated[PageQuery, Query()], comments: Comments, links: PageLinks
) -> Page[Change]:
    """List what changed in a comment, newest first."""
    return links.add(await changes_of(comments, comment_id, query))
