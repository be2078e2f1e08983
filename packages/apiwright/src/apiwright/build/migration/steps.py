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
    from apiwright.plan.difference import TableDifference
    from apiwright.plan.table import Column, Table

_ROOM = WIDTH - len(MARGIN)


def steps(before: tuple[Table, ...], after: tuple[Table, ...]) -> Iterator[str]:
    """Each statement of a function's body, in order, without its margin."""
    change = difference(before, after)
    created, late = in_order(change.created)
    dropped, knots = in_order(change.dropped)
    for table in created:
        yield lay(op.create_table(table), _ROOM, split=True)
        yield from (lay(op.create_index(table.name, index), _ROOM) for index in table.indexes)
    yield from (_batch(name, [op.add(key)]) for name, key in late)
    for altered in change.altered:
        yield from _alter(altered)
    yield from (_batch(name, [op.drop(key)]) for name, key in knots)
    yield from (lay(op.drop_table(table.name), _ROOM) for table in reversed(dropped))


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
    if first:
        yield _batch(table.name, first)
    yield from (lay(op.fill(table.name, column), _ROOM) for column in worked_out)
    yield from (lay(op.fill(table.name, after), _ROOM) for _, after in filled)
    if second:
        yield _batch(table.name, second)


def _meanwhile(before: Column, after: Column) -> Column:
    """What a column is until the rows that have no value get one."""
    is_filled = before.nullable and not after.nullable and after.is_filled
    return replace(after, nullable=True) if is_filled else after


def _batch(table: str, operations: Iterable[Source]) -> str:
    lines = (indent(lay(each, _ROOM - len(MARGIN)), MARGIN) for each in operations)
    return "\n".join([f'with op.batch_alter_table("{table}") as batch:', *lines])
