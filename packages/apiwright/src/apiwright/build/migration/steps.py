"""The statements that turn some tables into others, as source.

What can be run again stands before what cannot, where one function has both: Postgres leaves the
transaction for the former, and does the latter all at once, with the number of the revision.
"""

from __future__ import annotations

from dataclasses import replace
from textwrap import indent
from typing import TYPE_CHECKING

from apiwright.build.migration import operations as op
from apiwright.build.migration.layout import MARGIN, WIDTH, lay
from apiwright.build.migration.order import in_order
from apiwright.plan.column_types import is_wider
from apiwright.plan.demands import demands, fillings
from apiwright.plan.difference import difference
from apiwright.plan.meanwhile import coming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.build.migration.layout import Source
    from apiwright.plan.difference import Difference, TableDifference
    from apiwright.plan.table import Column, Exclusion, Table

_ROOM = WIDTH - len(MARGIN)
_ON_LIVE, _ON_NEW = "alter_table", "op.batch_alter_table"


def steps(
    before: tuple[Table, ...], after: tuple[Table, ...], stood: tuple[Table, ...]
) -> Iterator[str]:
    """Each statement of a function's body, in order, without its margin.

    Args:
        before: The tables as they are.
        after: The tables as they shall be.
        stood: The tables whose demands all rows are known to keep.
    """
    change = difference(before, after)
    yield from _purges(before, change)
    given = fillings(change.altered, stood)
    yield from (lay(op.refuse(each, given), _ROOM) for each in demands(change.altered, stood))
    for altered in change.altered:
        yield from (lay(op.drop_index(index), _ROOM) for index in altered.gone.indexes)
        yield from (
            lay(op.allow_overlap(altered.name, it), _ROOM) for it in altered.gone.exclusions
        )
    yield from _creations(change)
    for altered in change.altered:
        yield from _widen(altered)
    yield from (lay(op.fill(each), _ROOM) for each in given)
    for altered in change.altered:
        yield from _narrow(altered)
    for words in _filled(before, after, change):
        yield lay(op.fill_search(op.searched_table(words), words.searched, {}), _ROOM)
    for altered in change.altered:
        yield from _forbid(altered.name, altered.new.exclusions)
        yield from _drop(altered)
    yield from _droppings(change)


def _creations(change: Difference) -> Iterator[str]:
    created, late = in_order(change.created)
    for table in created:
        if table.searched:
            yield lay(op.create_search(table), _ROOM)
            continue
        yield lay(op.create_table(table), _ROOM, split=True)
        yield from (lay(op.create_index(table.name, index), _ROOM) for index in table.indexes)
        yield from _forbid(table.name, table.exclusions)
        if table.append_only:
            yield lay(op.keep_append_only(table.name), _ROOM)
    yield from (_block(_ON_NEW, name, [op.add(key)]) for name, key in late)


def _droppings(change: Difference) -> Iterator[str]:
    dropped, knots = in_order(change.dropped)
    yield from (_block(_ON_NEW, name, [op.drop(key)]) for name, key in knots)
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
        if (was.nullable and not column.nullable) or column.is_asked_for
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


def _widen(table: TableDifference) -> Iterator[str]:
    """What keeps no row and no code from anything."""
    taken = {column.name for column in table.new.columns}
    replaced = [column for column in table.gone.columns if column.name in taken]
    between = ((was, _wider(was, now)) for was, now in table.changed)
    yield from _changes(
        table.name,
        *(op.drop(constraint) for constraint in table.gone.constraints),
        *(op.drop_column(column) for column in replaced),
        *(op.add_column(coming(column)) for column in table.new.columns),
        *(op.change(was, now) for was, now in between if was != now),
    )


def _narrow(table: TableDifference) -> Iterator[str]:
    """What rows have to keep from now on."""
    between = [(_wider(was, now), now) for was, now in table.changed]
    between += [(coming(column), column) for column in table.new.columns]
    yield from _changes(
        table.name,
        *(op.change(was, now) for was, now in between if was != now),
        *(op.add(constraint) for constraint in table.new.constraints),
        *(op.add_index(index) for index in table.new.indexes),
    )


def _drop(table: TableDifference) -> Iterator[str]:
    """What goes with all that it holds."""
    taken = {column.name for column in table.new.columns}
    going = (column for column in table.gone.columns if column.name not in taken)
    yield from _changes(table.name, *(op.drop_column(column) for column in going))


def _wider(was: Column, now: Column) -> Column:
    """What a column is until its rows have what is asked of them.

    A default may need the type of after; what is asked for makes rows fit into it.
    """
    waits = now.is_asked_for and not is_wider(was.type, now.type)
    kind = was.type if waits else now.type
    return replace(now, type=kind, nullable=was.nullable or now.nullable)


def _forbid(table: str, exclusions: Iterable[Exclusion]) -> Iterator[str]:
    return (lay(op.forbid_overlap(table, each), _ROOM) for each in exclusions)


def _changes(table: str, *operations: Source) -> Iterator[str]:
    if operations:
        yield _block(_ON_LIVE, table, operations)


def _block(way: str, name: str, operations: Iterable[Source]) -> str:
    lines = (indent(lay(each, _ROOM - len(MARGIN)), MARGIN) for each in operations)
    return "\n".join([f'with {way}("{name}") as table:', *lines])
