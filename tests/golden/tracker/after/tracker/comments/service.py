"""The rules of comments."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SoftDeleteService

from tracker.comments.models import Comment
from tracker.comments.repository import CommentRepository
from tracker.comments.schemas import CommentCreate, CommentRead, CommentUpdate
from tracker.issues.repository import IssueRepository


class CommentService(SoftDeleteService[Comment, CommentCreate, CommentUpdate, CommentRead]):
    """What can happen to a comment; override a method to add a rule."""


async def get_comments(session: Session, caller: CurrentCaller) -> CommentService:
    """The service of comments for this request and its caller."""
    return CommentService(
        CommentRepository(session, caller),
        issue_id=IssueRepository(session, caller),
    )


Comments = Annotated[CommentService, Depends(get_comments)]
