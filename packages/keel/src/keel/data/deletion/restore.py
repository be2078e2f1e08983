"""Bringing back a row that was deleted and kept."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import exists, or_
from sqlalchemy.orm import aliased
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.data.among import concerns, take_turns
from keel.data.deletion.change import change
from keel.data.deletion.references import Reference, going_with, references_of
from keel.data.deletion.soft_deleted import deleted_by, undeleted
from keel.data.history.recorder import record
from keel.data.model import Model
from keel.problems import Conflict, FieldError


async def restore(row: Model, session: AsyncSession) -> None:
    """Bring a row back, with those that went with it, as they were.

    One statement, and one for each reference of its own to what can be deleted so; with rows that
    went with it, some for each of their models. Each rule looks at each row that comes back. What
    refers to something else that is deleted stays deleted, from now on by itself.

    Raises:
        Conflict: It refers to what is deleted, or something unique or a rule stands against it.
    """
    await _refuse_dangling(row, session)
    together = going_with(type(row))
    references = [each for model in together for each in references_of(model)]
    if any(each.takes_along and each.target in together for each in references):
        await _leave_behind(references, row.id, session)
    ruled = [each for model in together for each in await _under_rules(model, row.id, session)]
    await _take_turns(ruled, session)
    for model in together:
        await record(model, deleted_by(model, row.id), "restore", session)
        back = {"deleted_at": None, "deleted_with": None}
        await change(model, deleted_by(model, row.id), session=session, **back)
    set_committed_value(row, "deleted_at", None)
    for each in ruled:
        for rule in each.rules:
            await rule.check(each, session)


async def _refuse_dangling(row: Model, session: AsyncSession) -> None:
    """Refuse a row that would refer to what stays deleted; what it refers to is held."""
    errors: list[FieldError] = []
    for each in references_of(type(row)):
        target, target_id = each.target, getattr(row, each.name)
        there = or_(undeleted(target), deleted_by(target, row.id))
        found = _held(select(target.id).where(target.id == target_id, there))
        if target_id is not None and await session.scalar(found) is None:
            errors.append(FieldError(f"body.{each.name}", "Is deleted; restore that first."))
    if errors:
        raise Conflict("It refers to what is deleted.", errors=errors)


async def _leave_behind(
    references: Sequence[Reference], row_id: UUID, session: AsyncSession
) -> None:
    """Take out of a deletion the rows that refer to something which it is not about."""
    for each in references:
        wanted = select(each.column).where(each.model.deleted_with == row_id)
        named = each.target.id.in_(wanted)
        await session.exec(_held(select(each.target.id).where(named, undeleted(each.target))))
    while any([await _detach(each, row_id, session) for each in references]):
        continue


async def _detach(reference: Reference, row_id: UUID, session: AsyncSession) -> int:
    model, target = reference.model, aliased(reference.target)
    there = or_(target.deleted_at.is_(None), deleted_by(target, row_id))
    is_there = exists().where(target.id == reference.column, there)
    which = (model.deleted_with == row_id, reference.column.is_not(None), ~is_there)
    return await change(model, *which, session=session, deleted_with=None)


async def _under_rules(model: Any, row_id: UUID, session: AsyncSession) -> Sequence[Any]:
    """The rows of a deletion that rules are about."""
    if not model.rules:
        return ()
    return (await session.exec(select(model).where(deleted_by(model, row_id)))).all()


async def _take_turns(ruled: Sequence[Any], session: AsyncSession) -> None:
    """Wait until nobody else adds to the rows that rows to come back are counted with."""
    for row in ruled:
        for rule in row.rules:
            if concerns(rule, row):
                await take_turns(rule, row, session)


def _held(found: Any) -> Any:
    """Rows that nobody deletes until this transaction ends."""
    return found.with_for_update(read=True, key_share=True)
