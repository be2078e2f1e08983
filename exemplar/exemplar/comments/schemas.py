"""What callers send and receive about comments."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Input, Output, PageQuery
from pydantic import MISSING, Field

CommentText = Annotated[str, Field(min_length=1, max_length=500, examples=["It froze here too."])]


class CommentCreate(Input):
    """A comment to add."""

    text: CommentText
    parent_id: UUID | None = None


class CommentUpdate(Input):
    """What to change of a comment; what is absent stays."""

    text: CommentText | MISSING = MISSING
    parent_id: UUID | MISSING | None = MISSING


class CommentRead(Output):
    """A comment as callers see it."""

    id: UUID
    text: Annotated[str, Field(examples=["It froze here too."])]
    note_id: UUID
    parent_id: UUID | None
    owner_id: UUID
    created_by_id: UUID | None
    updated_by_id: UUID | None
    created_at: datetime
    updated_at: datetime


class CommentQuery(PageQuery):
    """Which comments to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    created_by_id: UUID | None = None


# grow: deleted
class CommentDeleted(CommentRead):
    """A comment that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
