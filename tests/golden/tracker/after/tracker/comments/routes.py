"""The endpoints of comments."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from keel.auth import allow
from keel.data import (
    FileAnswer,
    FileFolder,
    FileUpload,
    Page,
    PageLinks,
    PageQuery,
    put_stored_file,
    remove_stored_file,
)
from keel.problems import Conflict, answers

from tracker.comments.policy import POLICY
from tracker.comments.schemas import (
    SCREENSHOT_FILE,
    CommentCreate,
    CommentDeleted,
    CommentQuery,
    CommentRead,
    CommentUpdate,
)
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


@router.get("/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_comments(
    query: Annotated[PageQuery, Query()], comments: Comments, links: PageLinks
) -> Page[CommentDeleted]:
    """List deleted comments, the last deleted first."""
    return links.add(await comments.deleted(query, CommentDeleted))


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


@router.post(
    "/{comment_id}/restore", dependencies=[allow(POLICY.restore)], responses=answers(Conflict)
)
async def restore_comment(comment_id: UUID, comments: Comments) -> CommentRead:
    """Restore a deleted comment, with what was deleted with it."""
    return await comments.restore(comment_id)


@router.put("/{comment_id}/screenshot", dependencies=[allow(POLICY.update)])
async def upload_comment_screenshot(
    comment_id: UUID, upload: Annotated[FileUpload, Depends(SCREENSHOT_FILE)], comments: Comments
) -> CommentRead:
    """Store the screenshot of a comment, in the place of the one it had."""
    return await put_stored_file(comments, comment_id, "screenshot", upload)


@router.get(
    "/{comment_id}/screenshot",
    dependencies=[allow(POLICY.read)],
    response_class=FileAnswer,
    responses=SCREENSHOT_FILE.answers,
)
async def download_comment_screenshot(
    comment_id: UUID, comments: Comments, folder: FileFolder
) -> FileAnswer:
    """Get the screenshot of a comment."""
    return await FileAnswer.of(comments, comment_id, "screenshot", folder)


@router.delete("/{comment_id}/screenshot", status_code=204, dependencies=[allow(POLICY.update)])
async def remove_comment_screenshot(comment_id: UUID, comments: Comments) -> None:
    """Take the screenshot of a comment away."""
    await remove_stored_file(comments, comment_id, "screenshot")
