"""A statement as its driver takes it, and how values come to it and rows from it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Dialect, Float, Insert, Select, bindparam
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.data.database.autocommit import fetch

Process = Callable[[Any], Any]

_GIVEN = "given_"
_FLOAT8, _NUMERIC = 701, 1700  # as Postgres numbers its types; SQLite does not ask


def given(name: str) -> BindParameter[Any]:
    """Stands in a statement for a value that only a request has."""
    return bindparam(_GIVEN + name, None)


class Statement:
    """A statement that is compiled once and run with the values of each request.

    Args:
        clause: What is selected or inserted, with `given(...)` where values will be.
        dialect: Of the database that will run it.
    """

    def __init__(self, clause: Select[Any] | Insert, dialect: Dialect) -> None:
        compiled: Any = clause.compile(dialect=dialect)
        # Lists of constants, as of roles, are spelled out here once.
        state = compiled.construct_expanded_state()
        self.sql: str = state.statement
        columns = clause.selected_columns if isinstance(clause, Select) else ()
        self._processes = list(_processes(columns, dialect))
        processes: dict[str, Process | None] = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect)
            for name, bind in compiled.binds.items()
        }
        processes |= state.processors
        self._parameters = [
            _parameter(name, processes.get(name), state.parameters[name])
            for name in state.positiontup or ()
        ]

    async def rows(self, session: AsyncSession, values: Mapping[str, Any]) -> Sequence[list[Any]]:
        """The rows that it finds, each with a value of Python for every column."""
        bound = [
            constant if name is None else process(values[name]) if process else values[name]
            for name, process, constant in self._parameters
        ]
        found = await fetch(session, self.sql, bound)
        return [self._row(row) for row in found] if self._processes else list(map(list, found))

    def _row(self, found: Sequence[Any]) -> list[Any]:
        row = list(found)
        for place, process in self._processes:
            row[place] = process(row[place])
        return row


def _processes(
    columns: Iterable[ColumnElement[Any]], dialect: Dialect
) -> Iterator[tuple[int, Process]]:
    """What makes values of Python of those of the driver, where that is not nothing."""
    for place, column in enumerate(columns):
        wire = _FLOAT8 if isinstance(column.type, Float) else _NUMERIC
        process = column.type.dialect_impl(dialect).result_processor(dialect, wire)
        if process:
            yield place, process


def _parameter(
    name: str, process: Process | None, constant: Any
) -> tuple[str | None, Process | None, Any]:
    """Where a parameter comes from: a value of the request, or a constant."""
    if name.startswith(_GIVEN):
        return name.removeprefix(_GIVEN), process, None
    return None, None, process(constant) if process else constant
