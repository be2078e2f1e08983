"""The statements that turn some tables into others, as source."""

from __future__ import annotations

from dataclasses import replace
from textwrap import indent
from typing import TYPE_CHECKING

from apiwright.build.migration import operations as op
from apiwright.build.migration.layout import MARGIN, WIDTH, lay
from apiwright.build.migration.order import in_order
from apiwright.plan.difference import difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.build.migration.layout import Source
    from apiwright.plan.difference import Difference, TableDifference
    from apiwright.plan.renames import Rename
    from apiwright.plan.table import Column, Exclusion, Table

_ROOM = WIDTH - len(MARGIN)


def steps(before: tuple[Table, ...], after: tuple[Table, ...]) -> Iterator[str]:
    """Each statement of a function's body, in order, without its margin."""
    change = difference(before, after)
    yield from _purges(before, change)
    created, late = in_order(change.created)
    dropped, knots = in_order(change.dropped)
    for table in created:
        if table.searched:
            yield lay(op.create_search(table), _ROOM)
            continue
        yield lay(op.create_table(table), _ROOM, split=True)
        yield from (lay(op.create_index(table.name, index), _ROOM) for index in table.indexes)
        yield from _forbid(table.name, table.exclusions)
    yield from (_batch(name, [op.add(key)]) for name, key in late)
    for altered in change.altered:
        yield from _alter(altered)
    yield from (lay(op.fill_search(table), _ROOM) for table in _filled(before, after, change))
    yield from (_batch(name, [op.drop(key)]) for name, key in knots)
    yield from (lay(op.drop_table(table), _ROOM) for table in reversed(dropped))


def _filled(
    before: tuple[Table, ...], after: tuple[Table, ...], change: Difference
) -> Iterator[Table]:
    """The tables of words whose rows stand already, and have other words from now on."""
    stood = {table.name for table in before}
    valued = {
        (altered.name, column.name)
        for altered in change.altered
        for was, column in altered.changed
        if was.nullable and not column.nullable
    }
    for table in (each for each in after if each.searched):
        (key,) = table.foreign_keys
        is_new = table in change.created and key.target in stood
        is_valued = any((key.target, field) in valued for field in table.searched)
        if is_new or table in change.refilled or (table.name in stood and is_valued):
            yield table


def _purges(before: tuple[Table, ...], change: Difference) -> Iterator[str]:
    """Rows that nobody has seen go before nothing hides them any more, parents last."""
    columns = {table.name: table.shows for table in change.altered if table.shows}
    ordered, _ = in_order(table for table in before if table.name in columns)
    for table in reversed(ordered):
        yield lay(op.purge(table.name, columns[table.name]), _ROOM)


def rename(column: Rename) -> str:
    """A column gets another name; its indexes and constraints follow it on both databases."""
    return lay(op.rename_column(column.table, column.was, column.now), _ROOM)


def rename_back(column: Rename) -> str:
    """A column gets the name back that it had."""
    return lay(op.rename_column(column.table, column.now, column.was), _ROOM)


def _alter(table: TableDifference) -> Iterator[str]:
    """Two rounds: a column first has what rows that stand need, then what the model says."""
    gone, new = table.gone, table.new
    changed = [(before, _meanwhile(before, after), after) for before, after in table.changed]
    first = (
        *(op.drop_index(index) for index in gone.indexes),
        *(op.drop(constraint) for constraint in gone.constraints),
        *(op.drop_column(column) for column in gone.columns),
        *(op.add_column(column) for column in new.columns),
        *(op.change(before, between) for before, between, _ in changed if before != between),
        *(op.add(constraint) for constraint in new.constraints),
        *(op.add_index(index) for index in new.indexes),
    )
    filled = [(between, after) for _, between, after in changed if between != after]
    worked_out = [column for column in new.columns if column.formula]
    second = (
        *(op.settle(column) for column in new.columns if not column.nullable),
        *(op.change(between, after) for between, after in filled),
    )
    yield from (lay(op.allow_overlap(table.name, each), _ROOM) for each in gone.exclusions)
    if first:
        yield _batch(table.name, first)
    yield from (lay(op.fill(table.name, column), _ROOM) for column in worked_out)
    yield from (lay(op.fill(table.name, after), _ROOM) for _, after in filled)
    if second:
        yield _batch(table.name, second)
    yield from _forbid(table.name, new.exclusions)


def _forbid(table: str, exclusions: Iterable[Exclusion]) -> Iterator[str]:
    return (lay(op.forbid_overlap(table, each), _ROOM) for each in exclusions)


def _meanwhile(before: Column, after: Column) -> Column:
    """What a column is until the rows that have no value get one."""
    is_filled = before.nullable and not after.nullable and after.is_filled
    return replace(after, nullable=True) if is_filled else after


def _batch(table: str, operations: Iterable[Source]) -> str:
    lines = (indent(lay(each, _ROOM - len(MARGIN)), MARGIN) for each in operations)
    return "\n".join([f'with op.batch_alter_table("{table}") as batch:', *lines])
