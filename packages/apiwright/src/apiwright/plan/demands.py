"""What tables come to ask of rows that stand, and which rows break it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apiwright.plan.column_types import is_wider, misfit
from apiwright.plan.table import Check, Condition, ForeignKey, Index, Table, Unique

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.plan.difference import TableDifference
    from apiwright.plan.table import Column, Constraint


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that not every row may keep.

    Attributes:
        columns: What it is about.
        broken: Which rows break it, in SQL that both databases know; for `unique`, among which
            rows it is kept, and empty for all.
        words: What is so of rows that break it: `isbn is missing`.
        unique: Whether no two rows may have the same in these columns.
    """

    table: str
    columns: tuple[str, ...]
    broken: str
    words: str
    unique: bool = False

    @property
    def column(self) -> str:
        """The column that rows can be given something else in: `books.isbn`; empty if none is."""
        name, *others = self.columns
        return "" if self.unique or others else f"{self.table}.{name}"


@dataclass(frozen=True, slots=True)
class Filling:
    """What rows get that break what their column comes to ask.

    Attributes:
        where: Which rows, in SQL.
        words: What is so of them.
    """

    table: str
    column: Column
    where: str
    words: str

    @property
    def value(self) -> str:
        """What they get, in SQL."""
        literal = (self.column.fill or "").replace("'", "''")
        return self.column.formula or f"'{literal}'"


def demands(altered: Iterable[TableDifference], stood: Iterable[Table]) -> tuple[Demand, ...]:
    """What tables come to ask of their rows that they did not when they `stood`."""
    before = {table.name: table for table in stood}
    return tuple(
        demand
        for change in altered
        for demand in _of_table(change, before.get(change.name, Table(change.name, ())))
    )


def fillings(altered: Iterable[TableDifference], stood: Iterable[Table]) -> tuple[Filling, ...]:
    """What rows of tables that stand get."""
    before = {table.name: table for table in stood}
    return tuple(
        Filling(change.name, column, *said)
        for change in altered
        for column in (*change.kept, *change.new.columns)
        if (said := _filled(change, before.get(change.name, Table(change.name, ())), column))
    )


def _filled(change: TableDifference, stood: Table, column: Column) -> tuple[str, str] | None:
    """Which rows get a value in a column, in SQL and in words."""
    if column in change.new.columns and column.formula and not column.nullable:
        return f"{column.name} IS NULL", f"{column.name} is missing"
    broken = [*_breaks(change, stood, column, column.name)]
    if column.is_filled and not column.is_asked_for:
        broken = [each for each in broken if each[0] == f"{column.name} IS NULL"]
    if not (column.is_filled and broken):
        return None
    return " OR ".join(sql for sql, _ in broken), ", or ".join(words for _, words in broken)


def _of_table(change: TableDifference, stood: Table) -> Iterator[Demand]:
    for column in change.new.columns:
        if not (column.nullable or column.is_filled):
            words = f"{column.name} is missing, for it is new and required"
            yield Demand(change.name, (column.name,), "id IS NOT NULL", words)
    for column in change.kept:
        for sql, words in _unfilled(change, stood, column):
            yield Demand(change.name, (column.name,), sql, words)
    new = {column.name for column in change.new.columns}
    for part in (*change.new.constraints, *change.new.indexes):
        told = _apart_from_alike(part, change) if isinstance(part, Unique | Index) else part
        if told.columns and new.isdisjoint(told.columns):
            yield from _of_part(change, told, stood)
    yield from _of_filled(change, stood)


def _apart_from_alike(part: Unique | Index, change: TableDifference) -> Unique | Index:
    """What must be unique by itself, since rows that stand have the same in new columns."""
    alike = {it.name for it in change.new.columns if it.fill is not None and not it.nullable}
    return replace(part, columns=tuple(name for name in part.columns if name not in alike))


def _of_filled(change: TableDifference, stood: Table) -> Iterator[Demand]:
    """What was unique and stays so, though rows get values there."""
    filled = {each.name for each in change.kept if _filled(change, stood, each)}
    for part in change.unique:
        if filled & {*part.columns}:
            among = part.unique_where if isinstance(part, Index) else ""
            words = f"{', '.join(part.columns)} is not unique"
            yield Demand(change.name, part.columns, among, words, unique=True)


def _unfilled(change: TableDifference, stood: Table, column: Column) -> Iterator[tuple[str, str]]:
    """Which rows of a column break what it asks, and get nothing that does not."""
    broken = _breaks(change, stood, column, column.name)
    if column.is_asked_for:
        filled = _breaks(change, stood, column, f"({column.formula})")
        for (sql, words), (still, _) in zip(broken, filled, strict=True):
            yield f"({sql}) AND ({still})", f"{words}, and so is what fills it"
        return
    for sql, words in broken:
        if not (column.is_filled and sql == f"{column.name} IS NULL"):
            yield sql, words


def _breaks(
    change: TableDifference, stood: Table, column: Column, value: str
) -> Iterator[tuple[str, str]]:
    """Which rows do not keep what their column comes to ask, in SQL and in words.

    Args:
        change: How its table changes.
        stood: The table as it stood.
        column: As it will be.
        value: What the rows have there, in SQL: the column itself, or what fills it.
    """
    was = next((old for old, new in change.changed if new is column), None)
    if was and was.nullable and not column.nullable:
        yield f"{value} IS NULL", f"{column.name} is missing"
    if was and not is_wider(was.type, column.type) and (found := misfit(column.type, value)):
        yield found.sql, f"{column.name} is {found.words}"
    for check in change.new.constraints:
        if isinstance(check, Check) and check.column == column.name and _narrows(check, stood):
            choices = ", ".join(check.choices)
            yield f"{value} NOT IN ({check.listed})", f"{column.name} is none of {choices}"


def _narrows(check: Check, stood: Table) -> bool:
    before = (each for each in stood.checks if isinstance(each, Check))
    return not any(
        each.column == check.column and {*each.choices} <= {*check.choices} for each in before
    )


def _of_part(change: TableDifference, part: Constraint | Index, stood: Table) -> Iterator[Demand]:
    table, listed = change.name, ", ".join(part.columns)
    match part:
        case Condition():
            yield Demand(table, part.columns, f"NOT ({part.sql})", f"`{part.sql}` is not so")
        case ForeignKey() if not _led_there(part, stood):
            yield Demand(table, part.columns, _astray(table, part), f"{listed} leads nowhere")
        case Unique() if not _was_unique(part, stood, change):
            yield Demand(table, part.columns, "", f"{listed} is not unique", unique=True)
        case Index() if part.unique_where and not _was_unique(part, stood, change):
            words = f"{listed} is not unique"
            yield Demand(table, part.columns, part.unique_where, words, unique=True)
        case _:
            return


def _led_there(key: ForeignKey, stood: Table) -> bool:
    return any((it.column, it.target) == (key.column, key.target) for it in stood.foreign_keys)


def _was_unique(part: Unique | Index, stood: Table, change: TableDifference) -> bool:
    """Whether fewer of the same columns were unique before, none of which was another since."""
    same = {(column.name, column.family) for column in change.kept}
    stayed = {column.name for column in stood.columns if (column.name, column.family) in same}
    return any({*each.columns} <= stayed & {*part.columns} for each in stood.uniques)


def _astray(table: str, key: ForeignKey) -> str:
    there = f"SELECT 1 FROM {key.target} AS target WHERE target.id = {table}.{key.column}"  # noqa: S608
    return f"{key.column} IS NOT NULL AND NOT EXISTS ({there})"
