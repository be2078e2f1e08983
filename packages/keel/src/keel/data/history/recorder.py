"""What happens to a row, written beside it in the same transaction.

The mapper's events see each row that a session writes, whoever asked for it, so that no entry can
be forgotten; and a model without a history has no listener.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, event, insert, inspect, select
from sqlalchemy.orm import Mapper
from sqlmodel import select as orm_select
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.access.paths import table_of
from keel.data.acting import action_on, actor_of
from keel.data.types.sent import as_sent

if TYPE_CHECKING:
    from keel.data.history.model import History

_UNTOLD = {"id", "created_at", "updated_at", "deleted_at", "deleted_with"}
"""What an entry says by itself."""

_BEFORE = "keel.before"


_RECORDERS: "dict[type[Any], _Recorder]" = {}


def listen(history: "type[History]") -> None:
    """Let every session write to a history what it does to rows of its model."""
    recorder = _RECORDERS[history.of] = _Recorder(history)
    for moment in ("after_insert", "before_update", "after_update", "before_delete"):
        event.listen(history.of, moment, getattr(recorder, moment))


async def record(
    model: type[Any], which: ColumnElement[bool], operation: str, session: AsyncSession
) -> None:
    """Write that some rows go out of sight, or come back, by one statement for all.

    Nothing where the model is not followed; else two statements, and no more for more rows.
    """
    if recorder := _RECORDERS.get(model):
        rows = (await session.exec(orm_select(model).where(which))).all()
        connection = await session.connection()
        await connection.run_sync(recorder.note, rows, operation)


class _Recorder:
    def __init__(self, history: "type[History]") -> None:
        self._history = history

    def after_insert(self, mapper: Mapper[Any], connection: Connection, row: Any) -> None:
        values = _values(mapper, row)
        self._write(connection, row, "create", {name: (None, values[name]) for name in values})

    def before_update(self, mapper: Mapper[Any], connection: Connection, row: Any) -> None:
        # What it will be is known only afterwards: it may be an expression of SQL.
        inspect(row).info[_BEFORE] = _before(mapper, connection, row)

    def after_update(self, _mapper: Mapper[Any], connection: Connection, row: Any) -> None:
        before: dict[str, Any] = inspect(row).info.pop(_BEFORE)
        changes = {name: (value, getattr(row, name)) for name, value in before.items()}
        self._write(connection, row, action_on(row) or "update", changes)

    def before_delete(self, mapper: Mapper[Any], connection: Connection, row: Any) -> None:
        values = _values(mapper, row)
        self._write(connection, row, "delete", {name: (values[name], None) for name in values})

    def note(self, connection: Connection, rows: Sequence[Any], operation: str) -> None:
        """Write an entry for each row that says no more than what was done."""
        if rows:
            entries = [self._entry(row, operation, {}) for row in rows]
            connection.execute(insert(table_of(self._history)), entries)

    def _write(
        self,
        connection: Connection,
        row: Any,
        operation: str,
        changes: Mapping[str, tuple[Any, Any]],
    ) -> None:
        if told := dict(self._told(changes)):
            entry = self._entry(row, operation, told)
            connection.execute(insert(table_of(self._history)).values(entry))

    def _entry(self, row: Any, operation: str, told: dict[str, Any]) -> dict[str, Any]:
        owner = {"owner_id": row.owner_id} if "owner_id" in table_of(self._history).c else {}
        entry = self._history(
            row_id=row.id, by_id=actor_of(row), operation=operation, changes=told, **owner
        )
        return entry.model_dump()

    def _told(self, changes: Mapping[str, tuple[Any, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
        """What differs, as JSON; of what is kept from everybody, only that it does."""
        for name, (was, is_now) in changes.items():
            change = {"from": as_sent(was), "to": as_sent(is_now)}
            if change["from"] != change["to"]:
                yield name, {} if name in self._history.write_only else change


def _values(mapper: Mapper[Any], row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _names(mapper)}


def _names(mapper: Mapper[Any]) -> list[str]:
    untold = {*_UNTOLD, *mapper.class_.audit_fields}
    return [each.key for each in mapper.column_attrs if each.key not in untold]


def _before(mapper: Mapper[Any], connection: Connection, row: Any) -> dict[str, Any]:
    """What the columns that change hold until now, by name."""
    attrs = inspect(row).attrs
    found = {name: attrs[name].history for name in _names(mapper)}
    changed = {name: history.deleted for name, history in found.items() if history.added}
    # What was set without being loaded first is known to the database alone.
    unknown = [name for name, was in changed.items() if not was]
    stored = _stored(mapper, connection, row, unknown) if unknown else changed
    return {name: was[0] if was else stored[name] for name, was in changed.items()}


def _stored(
    mapper: Mapper[Any], connection: Connection, row: Any, names: list[str]
) -> Mapping[str, Any]:
    table: Any = mapper.local_table
    asked = select(*(table.c[name] for name in names)).where(table.c.id == row.id)
    return {**connection.execute(asked).mappings().one()}
