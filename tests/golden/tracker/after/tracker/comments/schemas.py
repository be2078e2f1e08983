"""What callers send and receive about comments."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import FileKind, FileLink, Input, Output, PageQuery
from pydantic import MISSING, Field

CommentText = Annotated[str, Field(min_length=1, max_length=5_000)]
SCREENSHOT_FILE = FileKind("image/png", "image/jpeg", max_bytes=5_000_000)


class CommentCreate(Input):
    """A comment to add."""

    issue_id: UUID
    text: CommentText


class CommentUpdate(Input):
    """What to change of a comment; what is absent stays."""

    issue_id: UUID | MISSING = MISSING
    text: CommentText | MISSING = MISSING


class CommentRead(Output):
    """A comment as callers see it."""

    id: UUID
    issue_id: UUID
    text: str
    screenshot: FileLink | None
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class CommentQuery(PageQuery):
    """Which comments to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at"] = "-created_at"
    issue_id: UUID | None = None


class CommentDeleted(CommentRead):
    """A comment that is deleted, as those see it who may restore or purge it."""

    deleted_at: datetime
