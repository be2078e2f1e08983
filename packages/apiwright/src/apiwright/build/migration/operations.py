"""Operations of revisions as source: Alembic's own, and those of keel for tables that stand.

Those on `table` stand in a block that changes one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apiwright.build.migration.layout import WIDTH, Call, Quoted, Source, call, lay, listing
from apiwright.plan.naming import primary_key
from apiwright.plan.table import (
    Check,
    Column,
    Condition,
    Constraint,
    Exclusion,
    ForeignKey,
    Index,
    Table,
    Unique,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from apiwright.plan.demands import Demand, Filling

_KINDS = {ForeignKey: "foreignkey", Unique: "unique", Check: "check", Condition: "check"}


def create_table(table: Table) -> Call:
    """A new table with its constraints, but without its indexes."""
    columns = (_column(column, nullable=column.nullable) for column in table.columns)
    key = call(
        "sa.PrimaryKeyConstraint", *map(Quoted, table.key), name=_name(primary_key(table.name))
    )
    constraints = (_inline(constraint) for constraint in table.constraints)
    return call("op.create_table", Quoted(table.name), *columns, key, *constraints)


def keep_append_only(table: str) -> Call:
    """Nothing that a new table holds is changed from now on."""
    return call("keep_append_only", Quoted(table))


def create_search(table: Table) -> Call:
    """A new table of words."""
    return call("create_search", Quoted(searched_table(table)))


def fill_search(table: str, fields: Iterable[str], called: Mapping[str, str]) -> Call:
    """The words of rows that stand, of which some fields are about to get other names."""
    names: dict[str, Source] = {"called": _mapping(called.items())} if called else {}
    return call("fill_search", Quoted(table), *map(Quoted, fields), **names)


def create_index(table: str, index: Index) -> Call:
    """An index of a new table."""
    what = (_name(index.name), Quoted(table), listing(index.columns))
    return call("op.create_index", *what, **_uniqueness(index))


def drop_table(table: Table) -> Call:
    """A table goes, with its indexes."""
    if table.searched:
        return call("drop_search", Quoted(searched_table(table)))
    return call("op.drop_table", Quoted(table.name))


def forbid_overlap(table: str, exclusion: Exclusion) -> Call:
    """Rows come to be kept apart, where the database can."""
    period = Quoted(f"{exclusion.range}({', '.join(exclusion.times)})")
    where = " AND ".join(f"{column} {said}" for column, said in exclusion.where)
    more: dict[str, Source] = {"per": listing(exclusion.per)} if exclusion.per else {}
    more |= {"where": Quoted(where)} if where else {}
    return call("forbid_overlap", Quoted(exclusion.name), Quoted(table), period, **more)


def allow_overlap(table: str, exclusion: Exclusion) -> Call:
    """Rows are kept apart no longer."""
    return call("allow_overlap", Quoted(exclusion.name), Quoted(table))


def fill(given: Filling) -> Call:
    """Rows get a value."""
    what = (given.table, given.column.name, given.value, given.where)
    return call("fill", *map(Quoted, what))


def refuse(demand: Demand, given: Iterable[Filling] = ()) -> Call:
    """Rows that break what the tables come to ask, once they have what they get, stop it."""
    name = Quoted(demand.table)
    if not demand.unique:
        return call("refuse_rows", name, Quoted(demand.broken), Quoted(demand.words))
    values = {
        each.column.name: f"CASE WHEN {each.where} THEN {each.value} ELSE {each.column.name} END"
        for each in given
        if each.table == demand.table
    }
    what = listing(values.get(column, column) for column in demand.columns)
    where: dict[str, Source] = {"where": Quoted(demand.broken)} if demand.broken else {}
    return call("refuse_duplicates", name, what, **where)


def purge(table: str, column: Column) -> Call:
    """Rows that have a value in a column go."""
    sql = f"DELETE FROM {table} WHERE {column.name} IS NOT NULL"  # noqa: S608
    return call("op.execute", Quoted(sql))


def rename_table(was: str, now: str) -> Call:
    """A table gets another name."""
    return call("op.rename_table", Quoted(was), Quoted(now))


def rename_search(was: str, now: str) -> Call:
    """A table of words gets another name, by those of the tables whose words they are."""
    return call("rename_search", Quoted(was), Quoted(now))


def rename_column(table: str, was: str, now: str) -> Call:
    """A column gets another name."""
    return call("rename_column", Quoted(table), Quoted(was), Quoted(now))


def rename_changes(table: str, was: str, now: str) -> Call:
    """A history calls a field by another name."""
    return call("rename_changes", Quoted(table), Quoted(was), Quoted(now))


def rename_parts(table: str, names: Iterable[tuple[str, str]]) -> Call:
    """Indexes and constraints get other names."""
    return call("rename_parts", Quoted(table), _mapping(names))


def drop_index(index: Index) -> Call:
    """An index goes."""
    return call("drop_index", _name(index.name))


def drop(constraint: Constraint) -> Call:
    """A constraint goes."""
    kind = Quoted(_KINDS[type(constraint)])
    return call("table.drop_constraint", _name(constraint.name), type_=kind)


def drop_column(column: Column) -> Call:
    """A column goes."""
    return call("table.drop_column", Quoted(column.name))


def add_column(column: Column) -> Call:
    """A new column."""
    default: dict[str, Source] = {}
    if column.default is not None:
        default["server_default"] = Quoted(column.default)
    return call("table.add_column", _column(column, nullable=column.nullable, **default))


def change(before: Column, after: Column) -> Call:
    """A column gets another type, nullability or default."""
    changes: dict[str, Source] = {"existing_type": before.type}
    if before.type != after.type:
        changes["type_"] = after.type
    if before.nullable != after.nullable:
        changes["nullable"] = str(after.nullable)
    if before.default != after.default:
        changes["server_default"] = "None" if after.default is None else Quoted(after.default)
    return call("table.alter_column", Quoted(after.name), **changes)


def add(constraint: Constraint) -> Call:
    """A new constraint on a table that stands."""
    name = _name(constraint.name)
    match constraint:
        case ForeignKey(column=column, target=target, on_delete=on_delete):
            ends = (Quoted(target), listing([column]), listing(["id"]))
            return call("table.create_foreign_key", name, *ends, ondelete=Quoted(on_delete))
        case Unique(columns=columns):
            return call("table.create_unique_constraint", name, listing(columns))
        case Check() | Condition():
            return call("table.create_check_constraint", name, _condition(constraint))


def add_index(index: Index) -> Call:
    """A new index on a table that stands."""
    what = (_name(index.name), listing(index.columns))
    return call("table.create_index", *what, **_uniqueness(index))


def _mapping(names: Iterable[tuple[str, str]]) -> Call:
    pairs = (f"{lay(Quoted(was), WIDTH)}: {lay(Quoted(now), WIDTH)}" for was, now in names)
    return Call("{", tuple(pairs), "}")


def _uniqueness(index: Index) -> dict[str, Source]:
    """What makes an index unique, among the rows that it is about."""
    if not index.unique_where:
        return {}
    where = call("sa.text", Quoted(index.unique_where))
    return {"unique": "True", "sqlite_where": where, "postgresql_where": where}


def searched_table(table: Table) -> str:
    """The table whose words a table keeps."""
    (key,) = table.foreign_keys
    return key.target


def _inline(constraint: Constraint) -> Call:
    name = _name(constraint.name)
    match constraint:
        case ForeignKey(column=column, target=target, on_delete=on_delete):
            ends = (listing([column]), listing([f"{target}.id"]))
            rule = Quoted(on_delete)
            return call("sa.ForeignKeyConstraint", *ends, name=name, ondelete=rule)
        case Unique(columns=columns):
            return call("sa.UniqueConstraint", *map(Quoted, columns), name=name)
        case Check() | Condition():
            return call("sa.CheckConstraint", _condition(constraint), name=name)


def _column(column: Column, *, nullable: bool, **more: Source) -> Call:
    return call("sa.Column", Quoted(column.name), column.type, nullable=str(nullable), **more)


def _name(name: str) -> Call:
    """A name that is complete, so that no naming convention adds to it."""
    return call("op.f", Quoted(name))


def _condition(check: Check | Condition) -> Quoted:
    if isinstance(check, Condition):
        return Quoted(check.sql)
    return Quoted(_text(f"{check.column} IN ({check.listed})"))


def _text(sql: str) -> str:
    """SQL in which SQLAlchemy finds no parameter."""
    return re.sub(r"(?<![:\w\\]):(?=\w)", r"\\:", sql)
