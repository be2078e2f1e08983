"""Rows for any tables, as SQL that both databases take."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from apiwright.build.migration.order import in_order
from apiwright.plan.table import Check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.plan.table import Column, Table

    from tests.apiwright.build.migration.conftest import Scratch

EACH = 3
_VALUES = {
    "sa.Uuid": "'{n:032x}'",
    "sa.Text": "'text {n}'",
    "sa.Integer": "{n}",
    "sa.BigInteger": "{n}",
    "sa.Float": "{n}",
    "sa.Numeric": "{n}",
    "sa.Boolean": "true",
    "sa.Date": "'2026-01-0{n}'",
    "sa.Time": "'0{n}:00:00.000000'",
    "sa.DateTime": "'2026-01-0{n} 00:00:00.000000'",
    "sa.JSON": "'{{\"n\": {n}}}'",
}


def insert_rows(scratch: Scratch, tables: Iterable[Table]) -> None:
    """Gives each table a few rows, the last of which lacks all that can be absent."""
    ordered, _ = in_order(table for table in tables if not table.searched)
    for table in ordered:
        for number in range(EACH, EACH - _most(table), -1):
            scratch.execute(_insert(table, number))


def _most(table: Table) -> int:
    """How many rows of which no two have the same value of an enum."""
    unique = {column for each in table.uniques for column in each.columns}
    choices = (it for it in table.checks if isinstance(it, Check) and it.column in unique)
    return min((EACH, *(len(each.choices) for each in choices)))


def kept(scratch: Scratch, table: str, columns: Iterable[str]) -> list[tuple[Any, ...]]:
    """What rows have in these columns, in a form that does not depend on types of one family."""
    found = scratch.execute(f"SELECT {', '.join(('id', *columns))} FROM {table} ORDER BY id")  # noqa: S608
    return [tuple(map(_plain, row)) for row in found]


def _plain(value: object) -> object:
    text = str(value)
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def _insert(table: Table, number: int) -> str:
    names = [column.name for column in table.columns]
    values = [*_values(table, number)]
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join(values)})"  # noqa: S608


def _values(table: Table, number: int) -> Iterator[str]:
    refers = {key.column for key in table.foreign_keys}
    choices = {check.column: check.choices for check in table.checks if isinstance(check, Check)}
    for column in table.columns:
        if column.nullable and number == EACH:
            yield "NULL"
        elif column.name in choices:
            words = choices[column.name]
            yield "'{}'".format(words[number % len(words)].replace("'", "''"))
        elif column.name in refers and column.nullable:
            yield "NULL"  # what it refers to may have no rows yet
        else:
            yield _value(column, number)


def _value(column: Column, number: int) -> str:
    kind = column.type.partition("(")[0]
    if kind == "sa.String":
        (size,) = map(int, re.findall(r"\d+", column.type))
        return "'{}'".format((f"{number}" + "x" * size * (number % 2))[:size])
    return _VALUES[kind].format(n=number)
