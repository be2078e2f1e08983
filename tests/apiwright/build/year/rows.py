"""The rows that stand in the tracker's tables all year."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from keel.testing.database import plain_engine
from ruamel.yaml import YAML
from sqlalchemy import Connection, MetaData, Table, insert, select

Key = tuple[str, ...]
Row = dict[str, Any]
Rows = dict[str, dict[Key, Row]]
T = TypeVar("T")

_BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def put_first_rows(url: str) -> None:
    """What people wrote before the year began: `rows.yaml`."""
    asyncio.run(_in_connection(url, _put))


def all_rows(url: str) -> Rows:
    """Every row of every table, by its key."""
    return asyncio.run(_in_connection(url, _read))


def lost(before: Rows, after: Rows, known: Mapping[str, str], but: tuple[str, ...]) -> list[str]:
    """What rows held and hold no more, as sentences.

    Args:
        before: What stood.
        after: What stands.
        known: Tables (`labels`) and columns (`issues.due`) that are called otherwise now.
        but: Tables and columns that may be gone or have other values.
    """
    return [
        f"{table}.{column}: {value!r}"
        for table, rows in before.items()
        for key, row in rows.items()
        for column, value in row.items()
        if not {table, f"{table}.{column}"} & {*but}
        and not _holds(after, _new(known, table, column), key, value)
    ]


def _holds(rows: Rows, place: tuple[str, str], key: Key, value: object) -> bool:
    table, column = place
    row = rows.get(table, {}).get(key, {})
    return column in row and row[column] == value


def _new(known: Mapping[str, str], table: str, column: str) -> tuple[str, str]:
    name = known.get(table, table)
    return name, known.get(f"{table}.{column}", f"{name}.{column}").partition(".")[2]


async def _in_connection(url: str, work: Callable[[Connection], T]) -> T:
    engine = plain_engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def _put(connection: Connection) -> None:
    first: dict[str, list[Row]] = YAML(typ="safe").load(Path(__file__).with_name("rows.yaml"))
    tables = {table.name: table for table in _tables(connection)}
    numbers = count(100)
    for name, rows in first.items():
        for row in rows:
            kept = {"id": next(numbers), "created_at": _BEGAN, "updated_at": _BEGAN}
            whole = {column.name: kept.get(column.name) for column in tables[name].columns} | row
            values = {column: _bound(column, it, connection) for column, it in whole.items()}
            connection.execute(insert(tables[name]).values(values))


def _bound(column: str, value: object, connection: Connection) -> object:
    """A value as the database takes it: SQLite has no type for ids."""
    if isinstance(value, int) and f"_{column}".endswith("_id"):
        key = UUID(int=value)
        return key.hex if connection.dialect.name == "sqlite" else key
    return value


def _read(connection: Connection) -> Rows:
    return {table.name: dict(_keyed(connection, table)) for table in _tables(connection)}


def _keyed(connection: Connection, table: Table) -> Iterator[tuple[Key, Row]]:
    for row in connection.execute(select(table)).mappings():
        yield tuple(str(row[column.name]) for column in table.primary_key), dict(row)


def _tables(connection: Connection) -> list[Table]:
    """Those that hold what people wrote, not the words of it that are searched."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [it for it in metadata.sorted_tables if it.primary_key and "search" not in it.name]
