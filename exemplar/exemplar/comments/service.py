"""The rules of comments."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SoftDeleteService, TreeService

from exemplar.comments.models import Comment
from exemplar.comments.repository import CommentRepository
from exemplar.comments.schemas import CommentCreate, CommentRead, CommentUpdate
from exemplar.notes.repository import NoteRepository


class CommentService(
    SoftDeleteService[Comment, CommentCreate, CommentUpdate, CommentRead],
    TreeService[Comment, CommentCreate, CommentUpdate, CommentRead],
):
    """What can happen to a comment; override a method to add a rule."""


async def get_comments(session: Session, caller: CurrentCaller) -> CommentService:
    """The service of comments for this request and its caller."""
    return CommentService(
        CommentRepository(session, caller),
        note_id=NoteRepository(session, caller),
        parent_id=CommentRepository(session, caller),
    )


Comments = Annotated[CommentService, Depends(get_comments)]
