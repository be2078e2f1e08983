"""Rows that stand: those that a revision must not go over, and those that get a value."""

from collections.abc import Iterator, Sequence
from typing import Any

from alembic import op
from sqlalchemy import text

from keel.data.database.ended import Ended
from keel.data.revising.statements import is_postgres, literal_sql

_CHUNK_ROWS = 10_000


def refuse_rows(table: str, broken: str, words: str) -> None:
    """Stop before anything is changed if there are rows that a later step could not take.

    Args:
        table: Whose rows.
        broken: Which of them, in SQL.
        words: What is so of them: `isbn is missing`.

    Raises:
        Ended: There are such rows; says how many, and names one.
    """
    rows = f"FROM {table} WHERE {broken}"
    _refuse(table, f"SELECT * {rows}", f"SELECT count(*) {rows}", words)


def refuse_duplicates(table: str, columns: Sequence[str], where: str = "") -> None:
    """Stop before anything is changed if rows have the same in columns that become unique.

    Args:
        table: Whose rows.
        columns: What is to be unique together; a row that lacks one of them is like no other.
        where: Among which rows, in SQL; all without it.

    Raises:
        Ended: There are such rows; says how many more than one, and names one.
    """
    listed = ", ".join(columns)
    there = [f"{column} IS NOT NULL" for column in columns] + ([where] if where else [])
    every = f"FROM {table} WHERE {' AND '.join(there)}"
    twice = f"SELECT {listed} {every} GROUP BY {listed} HAVING count(*) > 1"
    rows = f"SELECT * FROM {table} WHERE ({listed}) IN ({twice})"
    if where:
        rows = f"{rows} AND {where}"
    count = f"SELECT count(*) FROM ({rows}) AS alike"
    _refuse(table, rows, count, f"{listed} is not unique")


def fill(table: str, column: str, value: str, where: str) -> None:
    """Give rows a value in a column, on Postgres some thousands at a time.

    Args:
        table: Whose rows.
        column: What they get it in.
        value: What they get, in SQL.
        where: Which rows, in SQL; those that have a value must not be among them.
    """
    change = f"UPDATE {table} SET {column} = {value} WHERE ({where})"
    if op.get_context().as_sql or not is_postgres():
        op.execute(literal_sql(change))
        return
    with op.get_context().autocommit_block():
        for ends in _chunks(table):
            some = literal_sql(f"{change} AND id").text
            op.get_bind().execute(text(f"{some} BETWEEN :first AND :last"), ends)


def _refuse(table: str, rows: str, count: str, words: str) -> None:
    context = op.get_context()
    if context.as_sql:
        context.impl.static_output(_stop_in_sql(rows, f"{table}: {words}"))
        return
    found = op.get_bind().execute(literal_sql(f"{rows} LIMIT 1")).mappings().first()
    if found is None:
        return
    number = op.get_bind().execute(literal_sql(count)).scalar_one()
    raise Ended(
        f"{number} {'row' if number == 1 else 'rows'} of {table} stop this migration: {words}.",
        at=f"the table {table}",
        why="such as the one whose {} is {}".format(*next(iter(found.items()))),
        advice=f"This step changed nothing. Change or delete what this finds, then again: {rows}",
    )


def _stop_in_sql(rows: str, words: str) -> str:
    """What stops a script: in Postgres it does, elsewhere it asks its reader to look."""
    if not is_postgres():
        return f"-- Stop here if there are rows: {rows};"
    said = words.replace("'", "''").replace("%", "%%")
    stop = f"IF EXISTS ({rows}) THEN RAISE EXCEPTION '{said}'; END IF;"
    return f"DO $$ BEGIN {stop} END $$;"


def _chunks(table: str) -> Iterator[dict[str, Any]]:
    """The first and the last id of each chunk of a table's rows, in order."""
    last: Any = None
    while True:
        after = "" if last is None else "WHERE id > :last"
        some = f"SELECT id FROM {table} {after} ORDER BY id LIMIT {_CHUNK_ROWS}"
        ends = text(f"SELECT min(id::text)::uuid, max(id::text)::uuid FROM ({some}) AS part")
        first, last = op.get_bind().execute(ends, {} if last is None else {"last": last}).one()
        if last is None:
            return
        yield {"first": first, "last": last}
