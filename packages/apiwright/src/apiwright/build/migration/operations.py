"""Alembic's operations as source; those on `batch` alter a table in place, or by copy in SQLite."""

from __future__ import annotations

import re

from apiwright.build.migration.layout import Call, Quoted, Source, call, listing
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

_KINDS = {ForeignKey: "foreignkey", Unique: "unique", Check: "check", Condition: "check"}


def create_table(table: Table) -> Call:
    """A new table with its constraints, but without its indexes."""
    columns = (_column(column, nullable=column.nullable) for column in table.columns)
    key = call(
        "sa.PrimaryKeyConstraint", *map(Quoted, table.key), name=_name(primary_key(table.name))
    )
    constraints = (_inline(constraint) for constraint in table.constraints)
    return call("op.create_table", Quoted(table.name), *columns, key, *constraints)


def create_search(table: Table) -> Call:
    """A new table of words."""
    return call("create_search", Quoted(_searched_table(table)))


def fill_search(table: Table) -> Call:
    """The words of rows that stand."""
    return call("fill_search", Quoted(_searched_table(table)), *map(Quoted, table.searched))


def create_index(table: str, index: Index) -> Call:
    """An index of a new table."""
    what = (_name(index.name), Quoted(table), listing(index.columns))
    return call("op.create_index", *what, **_uniqueness(index))


def drop_table(table: Table) -> Call:
    """A table goes, with its indexes."""
    if table.searched:
        return call("drop_search", Quoted(_searched_table(table)))
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


def fill(table: str, column: Column) -> Call:
    """Rows without a value get one."""
    literal = (column.fill or "").replace("'", "''")
    value = column.formula or f"'{literal}'"
    sql = f"UPDATE {table} SET {column.name} = {value} WHERE {column.name} IS NULL"  # noqa: S608
    return call("op.execute", Quoted(_text(sql)))


def purge(table: str, column: Column) -> Call:
    """Rows that have a value in a column go."""
    sql = f"DELETE FROM {table} WHERE {column.name} IS NOT NULL"  # noqa: S608
    return call("op.execute", Quoted(sql))


def rename_column(table: str, was: str, now: str) -> Call:
    """A column gets another name, in a statement that both databases know."""
    return call("op.execute", Quoted(f"ALTER TABLE {table} RENAME COLUMN {was} TO {now}"))


def drop_index(index: Index) -> Call:
    """An index goes."""
    return call("batch.drop_index", _name(index.name))


def drop(constraint: Constraint) -> Call:
    """A constraint goes."""
    kind = Quoted(_KINDS[type(constraint)])
    return call("batch.drop_constraint", _name(constraint.name), type_=kind)


def drop_column(column: Column) -> Call:
    """A column goes."""
    return call("batch.drop_column", Quoted(column.name))


def add_column(column: Column) -> Call:
    """A new column; until `settle`, rows that stand can be without a value or have the default."""
    if column.nullable or column.fill is None:
        return call("batch.add_column", _column(column, nullable=True))
    filled = _column(column, nullable=False, server_default=Quoted(column.fill))
    return call("batch.add_column", filled)


def settle(column: Column) -> Call:
    """A new required column becomes as the model has it."""
    if column.fill is None:
        return call("batch.alter_column", Quoted(column.name), nullable="False")
    return call("batch.alter_column", Quoted(column.name), server_default="None")


def change(before: Column, after: Column) -> Call:
    """A column gets another type or nullability."""
    changes: dict[str, Source] = {"existing_type": before.type}
    if before.type != after.type:
        changes["type_"] = after.type
    if before.nullable != after.nullable:
        changes["nullable"] = str(after.nullable)
    return call("batch.alter_column", Quoted(after.name), **changes)


def add(constraint: Constraint) -> Call:
    """A new constraint on a table that stands."""
    name = _name(constraint.name)
    match constraint:
        case ForeignKey(column=column, target=target, on_delete=on_delete):
            ends = (Quoted(target), listing([column]), listing(["id"]))
            return call("batch.create_foreign_key", name, *ends, ondelete=Quoted(on_delete))
        case Unique(columns=columns):
            return call("batch.create_unique_constraint", name, listing(columns))
        case Check() | Condition():
            return call("batch.create_check_constraint", name, _condition(constraint))


def add_index(index: Index) -> Call:
    """A new index on a table that stands."""
    what = (_name(index.name), listing(index.columns))
    return call("batch.create_index", *what, **_uniqueness(index))


def _uniqueness(index: Index) -> dict[str, Source]:
    """What makes an index unique, among the rows that it is about."""
    if not index.unique_where:
        return {}
    where = call("sa.text", Quoted(index.unique_where))
    return {"unique": "True", "sqlite_where": where, "postgresql_where": where}


def _searched_table(table: Table) -> str:
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
    choices = ", ".join("'" + choice.replace("'", "''") + "'" for choice in check.choices)
    return Quoted(_text(f"{check.column} IN ({choices})"))


def _text(sql: str) -> str:
    """SQL in which SQLAlchemy finds no parameter."""
    return re.sub(r"(?<![:\w\\]):(?=\w)", r"\\:", sql)
