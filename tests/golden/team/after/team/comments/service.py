"""The rules of comments."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from team.comments.models import Comment
from team.comments.repository import CommentRepository
from team.comments.schemas import CommentCreate, CommentRead, CommentUpdate
from team.issues.repository import IssueRepository


class CommentService(Service[Comment, CommentCreate, CommentUpdate, CommentRead]):
    """What can happen to a comment; override a method to add a rule."""

    async def pin(self, comment_id: UUID) -> CommentRead:
        """Pin a comment."""
        comment = await self.row_for("pin", comment_id)
        comment.is_pinned = True
        return await self.save(comment)


async def get_comments(session: Session, caller: CurrentCaller) -> CommentService:
    """The service of comments for this request and its caller."""
    return CommentService(
        CommentRepository(session, caller),
        issue_id=IssueRepository(session, caller),
    )


Comments = Annotated[CommentService, Depends(get_comments)]
