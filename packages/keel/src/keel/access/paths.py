"""Paths: from a row to the one that it hangs under, over the references that its table declares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Table, inspect

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Mapper


@dataclass(frozen=True, slots=True)
class End:
    """Where a path leads.

    Attributes:
        table: The table of the row at the end.
        id: Its id: a column, or a value where the path starts at one row and has one step.
        joins: The conditions that lead there.
    """

    table: Table[Any]
    id: Any
    joins: tuple[ColumnElement[bool], ...] = ()


def columns_of(path: str) -> list[str]:
    """The columns that a path goes by: `issue.project` by `issue_id`, then by `project_id`."""
    return [f"{step}_id" for step in path.split(".")] if path else []


def end_of(path: str, model: type[Any], row: Any) -> End:
    """Where `path` leads from `row`, which is one row of `model` or `model` itself, for all.

    Raises:
        KeyError: A table on the way does not have the column.
    """
    table = table_of(model)
    if not path:
        return End(table, row.id)
    first, *others = columns_of(path)
    end = End(target_of(table, first), getattr(row, first))
    for name in others:
        # An alias: the query that this stands in may be about the same table.
        step = end.table.alias()
        joins = (*end.joins, step.c.id == end.id)
        end = End(target_of(end.table, name), step.c[name], joins)
    return end


def table_of(model: type[Any]) -> Table[Any]:
    """The table that holds the rows of `model`."""
    mapper: Mapper[Any] = inspect(model)
    found: Any = mapper.local_table
    return cast("Table[Any]", found)


def target_of(table: Table[Any], column: str) -> Table[Any]:
    """The table that a column refers to."""
    (key,) = table.c[column].foreign_keys
    target: Table[Any] = key.column.table
    return target


def reference_to(target: Table[Any], table: Table[Any], besides: Collection[str] = ()) -> str:
    """The column of `table` that refers to `target`, `besides` those of these names.

    Raises:
        LookupError: No column does, or several do.
    """
    found = [
        str(column.name)
        for column in table.c
        if any(key.column.table is target for key in column.foreign_keys)
        and column.name not in besides
    ]
    if len(found) != 1:
        raise LookupError(f"{table.name} should refer once to {target.name}, not by: {found}.")
    return found[0]
