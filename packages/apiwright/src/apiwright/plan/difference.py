"""What changes from some tables to others. Renames are not seen: see `renames`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apiwright.plan.table import Column, Constraint, Exclusion, Index, Table, Unique


@dataclass(frozen=True, slots=True)
class Parts:
    """What one table has and another of its name has not."""

    columns: tuple[Column, ...]
    indexes: tuple[Index, ...]
    constraints: tuple[Constraint, ...]
    exclusions: tuple[Exclusion, ...]


@dataclass(frozen=True, slots=True)
class TableDifference:
    """What changes in a table that stays.

    A column that changes its family of types is replaced: it is in `gone` and in `new`, as are its
    indexes, constraints and exclusions.

    Attributes:
        changed: Columns that stay with another type or nullability, before and after.
        kept: All columns that stay, as they are after.
        unique: What is unique before and after.
    """

    name: str
    gone: Parts
    new: Parts
    changed: tuple[tuple[Column, Column], ...]
    kept: tuple[Column, ...]
    unique: tuple[Unique | Index, ...]

    @property
    def shows(self) -> Column | None:
        """The column that goes and hid rows, if one does."""
        return next((column for column in self.gone.columns if column.hides), None)


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes from some tables to others.

    Attributes:
        refilled: Tables of words that stay, and take them from other fields.
    """

    created: tuple[Table, ...]
    dropped: tuple[Table, ...]
    altered: tuple[TableDifference, ...]
    refilled: tuple[Table, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.created or self.dropped or self.altered or self.refilled)

    @property
    def losses(self) -> tuple[str, ...]:
        """What is lost with all that it holds: `books`, `books.isbn`."""
        columns = (
            f"{table.name}.{column.name}" for table in self.altered for column in table.gone.columns
        )
        tables = (table.name for table in self.dropped if not table.searched)
        return (*tables, *columns)


def difference(before: tuple[Table, ...], after: tuple[Table, ...]) -> Difference:
    """What makes `after` out of `before`."""
    was, now = ({table.name: table for table in tables} for tables in (before, after))
    return Difference(
        created=tuple(table for table in after if table.name not in was),
        dropped=tuple(table for table in before if table.name not in now),
        altered=tuple(
            _altered(was[table.name], table)
            for table in after
            if table.name in was and _as_set(table) != _as_set(was[table.name])
        ),
        refilled=tuple(
            table
            for table in after
            if table.name in was and {*table.searched} != {*was[table.name].searched}
        ),
    )


def _altered(before: Table, after: Table) -> TableDifference:
    was = {(column.name, column.family): column for column in before.columns}
    stay = ((was.get((column.name, column.family)), column) for column in after.columns)
    pairs = [(old, column) for old, column in stay if old]
    return TableDifference(
        name=after.name,
        gone=_only_in(before, after),
        new=_only_in(after, before),
        changed=tuple((old, column) for old, column in pairs if old != column),
        kept=tuple(column for _, column in pairs),
        unique=tuple(part for part in _unique(before) if part in _unique(after)),
    )


def _unique(table: Table) -> tuple[Unique | Index, ...]:
    return (*table.uniques, *(index for index in table.indexes if index.unique_where))


def _only_in(table: Table, other: Table) -> Parts:
    kept = {(column.name, column.family) for column in other.columns}
    columns = tuple(c for c in table.columns if (c.name, c.family) not in kept)
    names = {column.name for column in columns}
    return Parts(
        columns,
        tuple(i for i in table.indexes if i not in other.indexes or names & {*i.columns}),
        tuple(c for c in table.constraints if c not in other.constraints or names & {*c.columns}),
        tuple(e for e in table.exclusions if e not in other.exclusions or names & {*e.columns}),
    )


def _as_set(table: Table) -> frozenset[object]:
    """The parts of a table in no order: where a column stands is no change."""
    return frozenset((*table.columns, *table.indexes, *table.constraints, *table.exclusions))
