"""The statements that turn some tables into others, as source."""

from __future__ import annotations

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
    from apiwright.plan.table import Table

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
    """Two rounds: a new column first has what rows that stand need, then what the model says."""
    gone, new = table.gone, table.new
    for before, after in table.changed:
        if before.nullable and not after.nullable and after.fill is not None:
            yield lay(op.fill(table.name, after), _ROOM)
    first = (
        *(op.drop_index(index) for index in gone.indexes),
        *(op.drop(constraint) for constraint in gone.constraints),
        *(op.drop_column(column) for column in gone.columns),
        *(op.add_column(column) for column in new.columns),
        *(op.change(before, after) for before, after in table.changed),
        *(op.add(constraint) for constraint in new.constraints),
        *(op.add_index(index) for index in new.indexes),
    )
    yield _batch(table.name, first)
    if required := [column for column in new.columns if not column.nullable]:
        yield _batch(table.name, [op.settle(column) for column in required])


def _batch(table: str, operations: Iterable[Source]) -> str:
    lines = (indent(lay(each, _ROOM - len(MARGIN)), MARGIN) for each in operations)
    return "\n".join([f'with op.batch_alter_table("{table}") as batch:', *lines])
