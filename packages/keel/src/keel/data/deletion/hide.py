"""Deleting a row that is kept."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import exists, select
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.data.database.conflicts import STILL_REFERRED_TO
from keel.data.deletion.change import change
from keel.data.deletion.references import Reference, going_with, references_to
from keel.data.deletion.soft_deleted import SoftDeleted, deleted_by, undeleted
from keel.data.history.recorder import record
from keel.data.model import Model
from keel.data.types.clock import now
from keel.problems import Conflict


async def hide(row: Model, session: AsyncSession) -> None:
    """Put a row out of sight, and do to those that refer to it what `ON DELETE` says.

    One statement, and one for each reference that leads to it; with rows that go with it, one more
    for each level of them.

    Raises:
        Conflict: A row that is there refers to it by `RESTRICT`.
    """
    model: Any = type(row)
    moment = now()
    await _stamp(model, model.id == row.id, session, deleted_at=moment)
    set_committed_value(row, "deleted_at", moment)
    going = going_with(model)
    references = [each for target in going for each in references_to(target)]
    taking = [each for each in references if each.takes_along]
    while any([await _take_along(each, row.id, moment, session) for each in taking]):
        continue
    for each in references:
        if each.on_delete == "SET NULL":
            await _empty(each, row.id, session)
        elif each.on_delete != "CASCADE":
            await _refuse_referred(each, row.id, session)
    for gone in going:
        await record(gone, deleted_by(gone, row.id), "delete", session)


async def _take_along(
    reference: Reference, row_id: UUID, moment: datetime, session: AsyncSession
) -> int:
    """Hide the rows that refer to what is hidden already; how many there were."""
    refers, stamp = _refers(reference, row_id), {"deleted_at": moment, "deleted_with": row_id}
    return await _stamp(reference.model, refers, session, **stamp)


async def _stamp(
    model: Any, which: ColumnElement[bool], session: AsyncSession, **stamp: Any
) -> int:
    # The full lock, which an UPDATE of these columns alone does not take: who is adding a row that
    # refers to one of these holds its key, and is waited for.
    found = select(model.id).where(which, undeleted(model)).with_for_update()
    return await change(model, model.id.in_(found), session=session, **stamp)


async def _empty(reference: Reference, row_id: UUID, session: AsyncSession) -> None:
    """Let rows refer to nothing, but for those that come back with what they refer to."""
    which = [_refers(reference, row_id)]
    if issubclass(reference.model, SoftDeleted):
        which.append(deleted_by(reference.model, row_id).is_not(True))
    await change(reference.model, *which, session=session, **{reference.name: None})


async def _refuse_referred(reference: Reference, row_id: UUID, session: AsyncSession) -> None:
    which = _refers(reference, row_id), undeleted(reference.model)
    if await session.scalar(select(exists().where(*which))):
        raise Conflict(STILL_REFERRED_TO)


def _refers(reference: Reference, row_id: UUID) -> ColumnElement[bool]:
    """Which rows refer to one that is deleted with the row of this id."""
    gone = select(reference.target.id).where(deleted_by(reference.target, row_id))
    refers: ColumnElement[bool] = reference.column.in_(gone)
    return refers
