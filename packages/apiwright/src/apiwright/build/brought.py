"""Columns that a person's own migrations bring already, so that none is written for them."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from apiwright.survey.interpreter import python, variables
from apiwright.survey.look import look
from apiwright.survey.revisions import own_revisions

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from apiwright.plan.drift.drift import Drift
    from apiwright.plan.table import Check, Condition, ForeignKey, Index, Table, Unique
    from apiwright.survey.survey import Survey

_Part = TypeVar("_Part", bound="Index | Unique | ForeignKey | Check | Condition")


def brought(survey: Survey, drifts: Sequence[Drift]) -> frozenset[str]:
    """Of the columns that stand otherwise than built, those that the migrations make so.

    All migrations are run on a scratch database to see that; where nobody wrote any, none is.
    """
    columns = {each.name for each in drifts if each.kind == "column"}
    if not columns or not own_revisions(survey):
        return frozenset()
    with TemporaryDirectory(prefix="apiwright-") as scratch:
        settings = {"DATABASE_URL": f"sqlite+aiosqlite:///{scratch}/scratch.db"}
        subprocess.run(  # noqa: S603 - the project's own Alembic
            [python(survey.root), "-m", "alembic", "upgrade", "head"],
            cwd=survey.root,
            env=variables(survey.root, **settings),
            capture_output=True,
            check=False,
        )
        database = look(survey.root, **settings).database
    if database is None or database.pending or database.unknown:
        return frozenset()
    return frozenset(columns - {each.name for each in database.misfits})


def with_brought(
    before: Sequence[Table], after: Sequence[Table], names: Collection[str]
) -> tuple[Table, ...]:
    """Tables whose columns of these names are as they shall be, with what is about them."""
    then = {table.name: table for table in after}
    found: list[Table] = []
    for table in before:
        prefix = f"{table.name}."
        own = {each.removeprefix(prefix) for each in names if each.startswith(prefix)}
        found.append(_with(table, then[table.name], own) if table.name in then else table)
    return tuple(found)


def _with(was: Table, now: Table, names: Collection[str]) -> Table:
    columns = (*(each for each in was.columns if each.name not in names),)
    return replace(
        was,
        columns=(*columns, *(each for each in now.columns if each.name in names)),
        indexes=_mixed(was.indexes, now.indexes, names),
        uniques=_mixed(was.uniques, now.uniques, names),
        foreign_keys=_mixed(was.foreign_keys, now.foreign_keys, names),
        checks=_mixed(was.checks, now.checks, names),
    )


def _mixed(was: Sequence[_Part], now: Sequence[_Part], names: Collection[str]) -> tuple[_Part, ...]:
    old = (each for each in was if not {*each.columns} & {*names})
    new = (each for each in now if {*each.columns} & {*names})
    return (*old, *new)
