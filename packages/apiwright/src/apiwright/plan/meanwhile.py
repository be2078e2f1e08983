"""The tables between two steps, in which the code of before and that of after both work.

The first step expands: what comes is there, and nothing asks for it yet. The second contracts:
what goes is gone, and rows keep what the models say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from apiwright.plan.column_types import is_wider

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.plan.table import Column, Constraint, Exclusion, Index, Table

    Part = TypeVar("Part", bound=Constraint | Index | Exclusion)


def meanwhile(before: tuple[Table, ...], after: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables after the first step; those of `after`, or of `before`, where one is enough."""
    stood = {table.name: table for table in before}
    shall = {table.name for table in after}
    kept = (_between(stood[each.name], each) if each.name in stood else each for each in after)
    return (*kept, *(table for table in before if table.name not in shall))


def _between(was: Table, now: Table) -> Table:
    if now.searched:
        return was
    going = {c.name for c in was.columns} - {c.name for c in now.columns}
    taken = {c.name for c in _replaced(was, now)}

    def still(old: Iterable[Part], new: Iterable[Part]) -> tuple[Part, ...]:
        """The parts that are in both, or go with a column that is there until the end."""
        new = tuple(new)
        return tuple(
            part
            for part in old
            if not taken & {*part.columns} and (part in new or going & {*part.columns})
        )

    return replace(
        was,
        columns=tuple(_columns(was, now)),
        indexes=still(was.indexes, now.indexes),
        uniques=still(was.uniques, now.uniques),
        foreign_keys=still(was.foreign_keys, now.foreign_keys),
        checks=still(was.checks, now.checks),
        exclusions=still(was.exclusions, now.exclusions),
    )


def _columns(was: Table, now: Table) -> Iterator[Column]:
    stood = {(column.name, column.family): column for column in was.columns}
    shall = {column.name for column in now.columns}
    for column in now.columns:
        old = stood.get((column.name, column.family))
        yield _kept(old, column) if old else coming(column)
    yield from (replace(each, nullable=True) for each in was.columns if each.name not in shall)


def _kept(was: Column, now: Column) -> Column:
    """A column that takes what both take."""
    kind = now.type if is_wider(was.type, now.type) else was.type
    return replace(now, type=kind, nullable=was.nullable or now.nullable)


def coming(column: Column) -> Column:
    """A new column that rows can be without, or that the database fills."""
    if column.nullable or column.fill is None:
        return replace(column, nullable=True)
    return replace(column, default=column.fill)


def _replaced(was: Table, now: Table) -> list[Column]:
    """Columns that give way to others of their names."""
    kinds = {column.name: column.family for column in now.columns}
    return [
        column for column in was.columns if kinds.get(column.name, column.family) != column.family
    ]
