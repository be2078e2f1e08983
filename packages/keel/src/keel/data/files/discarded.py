"""Files that go with what a transaction takes from the database, once it has committed."""

import asyncio
from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.datastructures import State

from keel.access.paths import table_of
from keel.data.files.stored import StoredFile, file_columns
from keel.data.model import Model

_DISCARDED = "discarded_files"


def discard(session: AsyncSession, *files: StoredFile | None) -> None:
    """Have files removed when the request's transaction has committed."""
    keys = [file.key for file in files if file]
    session.info.setdefault(_DISCARDED, []).extend(keys)


async def discard_with(session: AsyncSession, row: Model) -> None:
    """Have the files removed that go with a row: its own, and those of rows that it takes along.

    No statement where no such row has files, else one for each way to a column of them. What
    hangs on a tree deeper than a step of it is left for the sweep.
    """
    table = table_of(type(row))
    for column in file_columns(table):
        discard(session, getattr(row, column.name))
    for *keys, file in _ways_to_files(table):
        ids: Any = [row.id]
        for key in keys[:-1]:
            ids = select(key.table.c.id).where(key.in_(ids))
        found = select(file).where(keys[-1].in_(ids), file.is_not(None))
        discard(session, *await session.exec(found))


async def remove_discarded(session: AsyncSession, state: State) -> None:
    """Remove the files that a transaction, now committed, has left to nobody."""
    if keys := session.info.pop(_DISCARDED, None):
        await asyncio.to_thread(state.files.remove, keys)


@cache
def _ways_to_files(table: Table[Any]) -> tuple[tuple[Any, ...], ...]:
    """The foreign keys, step by step, down to each column of files that goes with a row."""
    return tuple(_ways(table, frozenset({table.name})))


def _ways(table: Table[Any], seen: frozenset[str]) -> Iterator[tuple[Any, ...]]:
    for key in _cascading(table):
        below = key.table
        yield from ((key, file) for file in file_columns(below))
        if below.name not in seen and "id" in below.c:
            yield from ((key, *way) for way in _ways(below, seen | {below.name}))


def _cascading(table: Table[Any]) -> Iterator[Any]:
    """The columns of all tables whose rows go with those of a table."""
    for other in table.metadata.tables.values():
        for key in other.foreign_keys:
            if key.ondelete == "CASCADE" and key.references(table):
                yield key.parent
