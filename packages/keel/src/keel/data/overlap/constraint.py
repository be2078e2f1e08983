"""The constraint by which Postgres keeps that no two rows overlap; SQLite has none like it."""

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Table,
    and_,
    event,
    func,
    text,
)
from sqlalchemy import column as named
from sqlalchemy.orm import Mapper
from sqlalchemy.schema import conv
from sqlalchemy.types import TypeDecorator

from keel.data.among import alike
from keel.data.deletion.soft_deleted import SoftDeleted
from keel.data.overlap.rule import NoOverlap

if TYPE_CHECKING:
    from sqlalchemy.dialects.postgresql import ExcludeConstraint

TIMES = "no_overlap"
"""Under which a constraint has, in its `info`, the columns that say the time of a row."""

EXTENSION = "CREATE EXTENSION IF NOT EXISTS btree_gist"
"""What lets a GiST index compare single values, beside ranges; it comes with Postgres."""

_RANGES = {Date: "daterange", DateTime: "tstzrange"}


def keep_apart(mapper: Mapper[Any], model: type[Any]) -> None:
    """Give the table of a model a constraint for each of its rules that no two rows overlap."""
    table = cast("Table[Any]", mapper.local_table)
    for rule in (each for each in model.rules if isinstance(each, NoOverlap)):
        table.append_constraint(_constraint(rule, model, table))
        if alike(rule, model):
            event.listen(table, "before_create", _extend)


def _extend(_table: object, connection: Connection, **_: object) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(EXTENSION))


def _constraint(rule: NoOverlap, model: type[Any], table: Table[Any]) -> "ExcludeConstraint":
    # Only who has such a rule loads the dialect of Postgres.
    from sqlalchemy.dialects.postgresql import ExcludeConstraint  # noqa: PLC0415

    start, end, same = table.c[rule.start], table.c[rule.end], alike(rule, model)
    constraint = ExcludeConstraint(
        *((table.c[name], "=") for name in same),
        (_range(start, end), "&&"),
        where=_where(rule, model, table),
        name=_name(rule, table, same),
        info={TIMES: (rule.start, rule.end)},
    )
    return constraint.ddl_if(dialect="postgresql")


def _range(start: Column[Any], end: Column[Any]) -> ColumnElement[Any]:
    """The time of a row, without its end; NULL stands for no bound."""
    kinds = {_kind(start), _kind(end)}
    if len(kinds) == 1 and (name := _RANGES.get(kinds.pop())):
        return cast("ColumnElement[Any]", getattr(func, name)(start, end))
    raise TypeError(
        f"`{start.name}` and `{end.name}` of {start.table.name} are no two dates and no two "
        "datetimes. NoOverlap knows only those."
    )


def _kind(column: Column[Any]) -> type[Any]:
    kind = column.type
    return type(kind.impl_instance if isinstance(kind, TypeDecorator) else kind)


def _where(rule: NoOverlap, model: type[Any], table: Table[Any]) -> ColumnElement[bool] | None:
    said = [named(name, table.c[name].type) == value for name, value in rule.where.items()]
    if issubclass(model, SoftDeleted):
        said.append(named("deleted_at").is_(None))
    return and_(*said) if said else None


def _name(rule: NoOverlap, table: Table[Any], same: tuple[str, ...]) -> conv:
    """All that the rule says, so that another rule has another name."""
    where = (f"{name}_{getattr(value, 'value', value)}" for name, value in rule.where.items())
    return conv("_".join(("ex", table.name, rule.start, rule.end, *same, *where)).lower())
