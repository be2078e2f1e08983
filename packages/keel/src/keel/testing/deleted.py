"""Rows that are kept when they are deleted, as the kit sees them."""

from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.data import Model, SoftDeleted, now
from keel.testing.store import Store


def is_there(row: Model | None) -> bool:
    """Whether a row is stored, and not deleted."""
    return row is not None and not (isinstance(row, SoftDeleted) and row.deleted_at)


def hide(store: Store, model: type[Model], row_id: UUID) -> None:
    """Delete a row, as if somebody had, and leave alone what refers to it."""

    async def stamp(session: AsyncSession) -> None:
        kept: Any = model
        await session.exec(update(kept).where(kept.id == row_id).values(deleted_at=now()))

    store.run(stamp)
