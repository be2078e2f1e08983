"""Histories as callers see them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import MISSING, Field, JsonValue
from sqlmodel import col, func, select

from keel.data.field_access import hidden_fields
from keel.data.history.model import History
from keel.data.model import Model
from keel.data.queries.pages import Page, PageQuery
from keel.data.repository import Repository
from keel.data.schemas import Output
from keel.data.service import Service
from keel.problems import NotFound


class ValueChange(Output):
    """What a field was and what it is; nothing of a field that callers never see."""

    was: Annotated[JsonValue | MISSING, Field(alias="from")] = MISSING
    to: JsonValue | MISSING = MISSING


class Change(Output):
    """A change of a row."""

    at: datetime
    by_id: Annotated[UUID | None, Field(description="The account that changed it, if known.")]
    operation: Annotated[
        str, Field(description="`create`, `update`, `delete` or an action.", examples=["update"])
    ]
    changes: Annotated[dict[str, ValueChange], Field(description="What changed, by field.")]


async def changes_of(
    service: Service[Any, Any, Any, Any], row_id: UUID, query: PageQuery
) -> Page[Change]:
    """What changed in a row, newest first. At most four statements.

    The history of a row that is gone is for those alone whom the policy's `history` names by their
    role or a permission: nobody else could tell any more whether they might have read the row.

    Raises:
        NotFound: There is no such row, or none that the caller may see.
        Forbidden: The caller may see it, but not its history.
    """
    repository = service.repository
    history = repository.history
    if history is None:
        raise TypeError(f"{type(repository).__name__} names no `history`.")
    row = await _reached(repository, history, row_id)
    found = select(history).where(col(history.row_id) == row_id).order_by(col(history.id).desc())
    entries = (await repository.session.exec(found.limit(query.limit).offset(query.offset))).all()
    total = select(func.count()).select_from(history).where(col(history.row_id) == row_id)
    hidden = repository.model.model_fields.keys() - service.output.model_fields.keys()
    hidden |= await _guarded(repository, row)
    return Page(
        items=[_told(entry, hidden) for entry in entries],
        total=(await repository.session.exec(total)).one(),
        limit=query.limit,
        offset=query.offset,
    )


async def _reached(
    repository: Repository[Any], history: type[History], row_id: UUID
) -> Model | None:
    """The row, for who may see its history; `None` if it is gone."""
    policy, caller = repository.scope.policy, repository.scope.caller
    try:
        row: Model = await repository.get(row_id)
    except NotFound:
        if not (policy.history.names(caller) and policy.read.admits_all_rows(caller)):
            raise
        entry = select(history.id).where(col(history.row_id) == row_id).limit(1)
        if (await repository.session.exec(entry)).first() is None:
            raise
        return None
    await repository.require(policy.history, row)
    return row


async def _guarded(repository: Repository[Any], row: Model | None) -> set[str]:
    """The fields that the caller may not read in a row, or in one that is gone."""
    if row:
        return {*(await hidden_fields(repository, [row])).get(row.id, ())}
    caller, guards = repository.scope.caller, repository.policy.fields
    return {name for name, each in guards.items() if not each.read.admits_all_rows(caller)}


def _told(entry: History, hidden: set[str]) -> Change:
    """An entry without the values of columns that answers do not have."""
    changes = {
        name: ValueChange.model_validate({} if name in hidden else change)
        for name, change in entry.changes.items()
    }
    return Change(at=entry.at, by_id=entry.by_id, operation=entry.operation, changes=changes)
