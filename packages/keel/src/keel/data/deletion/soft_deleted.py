"""Rows that stay, out of sight, when they are deleted."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Index, or_, text, true
from sqlmodel import Field, SQLModel, col

UNDELETED = "deleted_at IS NULL"
"""What is so of rows that somebody may see, in the SQL of both databases."""


class SoftDeleted(SQLModel):
    """A row that is kept when it is deleted: `class Draft(SoftDeleted, Owned, Model, table=True)`.

    Repositories leave it out wherever rows are looked for. Models whose rows go with it, by
    `ON DELETE CASCADE`, should be soft-deleted too: rows of others stay.

    Attributes:
        deleted_at: When it was deleted; NULL while it is there.
        deleted_with: The id of the row whose deletion took it along; NULL if it was itself meant.
    """

    deleted_at: datetime | None = Field(default=None, index=True)
    deleted_with: UUID | None = Field(default=None, index=True)


class UniqueUndeleted(Index):
    """No two rows that are there share these columns; `__table_args__` takes it."""

    def __init__(self, *names: str) -> None:
        there = text(UNDELETED)
        super().__init__(None, *names, unique=True, sqlite_where=there, postgresql_where=there)


def undeleted(model: type[Any]) -> ColumnElement[bool]:
    """Which rows of a model are there, for a `WHERE`; all, unless it is `SoftDeleted`."""
    return col(model.deleted_at).is_(None) if issubclass(model, SoftDeleted) else true()


def deleted_by(model: type[Any], row_id: UUID) -> ColumnElement[bool]:
    """Which rows went when the row with this id was deleted: itself, and those with it."""
    return or_(model.id == row_id, model.deleted_with == row_id)
