"""Rows that say who made them, and who changed them last."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import Mapper
from sqlmodel import Field

from keel.data.acting import actor_of
from keel.data.model import Model


class Audited(Model):
    """A row with the accounts that made it and changed it last.

    Whoever flushes it, the caller is written into both; a body has neither. Both are NULL where
    nobody known acted, and once the account is gone.

    Attributes:
        audit_fields: Both.
    """

    audit_fields: ClassVar[tuple[str, ...]] = ("created_by_id", "updated_by_id")

    created_by_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )
    updated_by_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )


def _made(_mapper: Mapper[Audited], _connection: Connection, row: Audited) -> None:
    if by_id := actor_of(row):
        row.created_by_id = row.updated_by_id = by_id


def _changed(_mapper: Mapper[Audited], _connection: Connection, row: Audited) -> None:
    changed = {each.key for each in inspect(row).attrs if each.history.added}
    by_id = actor_of(row)
    if changed and (by_id or "updated_by_id" not in changed):
        row.updated_by_id = by_id


event.listen(Audited, "before_insert", _made, propagate=True)
event.listen(Audited, "before_update", _changed, propagate=True)
