"""A table as values."""

from __future__ import annotations

from dataclasses import dataclass, field

FILE = "sa.JSON()"
"""The column of a file, which no other JSON turns into."""

_FAMILIES = {
    "sa.BigInteger": "number",
    "sa.Float": "number",
    "sa.Integer": "number",
    "sa.Numeric": "number",
    "sa.String": "text",
    "sa.Text": "text",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        type: As a migration writes it: `sa.String(length=120)`.
        fill: What rows that stand already get when the column is new, as both databases read it.
            It is no part of the schema: columns that differ in nothing else are equal.
        formula: Likewise, as SQL that both databases know and work out for each row.
        is_asked_for: Likewise, whether that SQL was given with the build, for rows that break what
            the column asks.
        hides: Likewise, whether rows that have a value here are out of sight: they must not come
            back when the column goes, and go with it.
        default: What the database gives rows of code that does not know the column.
    """

    name: str
    type: str
    nullable: bool = False
    fill: str | None = field(default=None, compare=False)
    formula: str | None = field(default=None, compare=False)
    is_asked_for: bool = field(default=False, compare=False)
    hides: bool = field(default=False, compare=False)
    default: str | None = None

    @property
    def is_filled(self) -> bool:
        """Whether rows that stand get a value."""
        return self.fill is not None or self.formula is not None

    @property
    def family(self) -> str:
        """Within a family of types the database converts what a column holds."""
        if self.type == FILE:
            return "file"
        kind = self.type.partition("(")[0]
        return _FAMILIES.get(kind, kind)


@dataclass(frozen=True, slots=True)
class Index:
    """An index.

    Attributes:
        unique_where: Of which rows no two have the same in these columns, in SQL; empty if any may.
    """

    name: str
    columns: tuple[str, ...]
    unique_where: str = ""


@dataclass(frozen=True, slots=True)
class Unique:
    """A unique constraint."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key to the `id` of table `target`; `on_delete` in the words of SQL."""

    name: str
    column: str
    target: str
    on_delete: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The one column."""
        return (self.column,)


@dataclass(frozen=True, slots=True)
class Check:
    """A check that a column holds one of some words."""

    name: str
    column: str
    choices: tuple[str, ...]

    @property
    def listed(self) -> str:
        """The words in SQL."""
        return ", ".join("'" + choice.replace("'", "''") + "'" for choice in self.choices)

    @property
    def columns(self) -> tuple[str, ...]:
        """The one column."""
        return (self.column,)


@dataclass(frozen=True, slots=True)
class Condition:
    """A check of several columns of a row, in SQL."""

    name: str
    sql: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What keeps rows apart in Postgres, of which SQLite knows nothing.

    Attributes:
        range: What makes a range of two columns in Postgres: `tstzrange`.
        times: The columns that say from when to when.
        per: The columns that rows have alike which may not overlap.
        where: Which rows: columns, each with what SQL says of it.
    """

    name: str
    range: str
    times: tuple[str, str]
    per: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """All that it speaks of."""
        return (*self.times, *self.per, *(column for column, _ in self.where))


Constraint = ForeignKey | Unique | Check | Condition


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its primary key is `id`, or the columns of a pair.

    Attributes:
        searched: The fields whose words it keeps, if it is what another table is searched by.
        append_only: Whether the database refuses to change or delete what it holds.
    """

    name: str
    columns: tuple[Column, ...]
    indexes: tuple[Index, ...] = ()
    uniques: tuple[Unique, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    checks: tuple[Check | Condition, ...] = ()
    key: tuple[str, ...] = ("id",)
    searched: tuple[str, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    append_only: bool = False

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """All constraints of both databases but the primary key."""
        return (*self.foreign_keys, *self.uniques, *self.checks)
