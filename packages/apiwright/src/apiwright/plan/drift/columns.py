"""Tables and columns of the models beside those of the blueprint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apiwright.plan.drift.drift import Drift
from apiwright.plan.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apiwright.blueprint.model import Blueprint
    from apiwright.plan.table import Column
    from apiwright.survey.standing import Code, StandingColumn

_IN_POSTGRES = {
    "sa.BigInteger": "BIGINT",
    "sa.DateTime": "TIMESTAMP WITH TIME ZONE",
    "sa.String": "VARCHAR",
    "sa.Time": "TIME WITHOUT TIME ZONE",
    "postgresql.TSVECTOR": "TSVECTOR",
}
_JSON = 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'


def column_drifts(built: Blueprint, page: Blueprint, code: Code) -> Iterator[Drift]:
    """What the models have otherwise than was built, where the page asks for nothing new."""
    asked = columns(page)
    models = {table.name: {it.name: it for it in table.columns} for table in code.tables}
    for table, said in columns(built).items():
        if table not in models:
            if table in asked:
                yield Drift("table", table, ", ".join(said), "")
            continue
        stand, wanted = models[table], asked.get(table, {})
        for name in dict.fromkeys((*said, *stand)):
            expected = said.get(name)
            if wanted.get(name) == expected:
                yield from _drift(f"{table}.{name}", expected, stand.get(name))


def asked_anew(built: Blueprint, page: Blueprint) -> set[str]:
    """Tables and columns that the page would have otherwise, so that no database has them yet."""
    was, now = columns(built), columns(page)
    both = was.keys() & now.keys()
    names = {
        f"{table}.{name}"
        for table in both
        for name in was[table].keys() | now[table].keys()
        if was[table].get(name) != now[table].get(name)
    }
    return names | (was.keys() ^ now.keys())


def columns(blueprint: Blueprint) -> Mapping[str, Mapping[str, Column]]:
    """The columns of a blueprint's tables, by name."""
    return {each.name: {it.name: it for it in each.columns} for each in tables(blueprint)}


def _drift(name: str, expected: Column | None, found: StandingColumn | None) -> Iterator[Drift]:
    was = f"{in_postgres(expected.type)} {null(expected)}" if expected else ""
    now = f"{found.type} {null(found)}" if found else ""
    if was != now:
        yield Drift("column", name, was, now)


def null(column: Column | StandingColumn) -> str:
    """Whether a column may be null, in the words of SQL."""
    return "NULL" if column.nullable else "NOT NULL"


def in_postgres(kind: str) -> str:
    """A type of a migration as Postgres calls it: `sa.String(length=120)` is `VARCHAR(120)`."""
    name, _, rest = kind.partition("(")
    if kind == _JSON:
        return "JSONB"
    size = ", ".join(re.findall(r"\d+", rest))
    called = _IN_POSTGRES.get(name) or name.removeprefix("sa.").upper()
    return f"{called}({size})" if size else called
