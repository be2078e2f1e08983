"""Filters: the fields of a query that choose rows.

`price` is equality; `price__gte` and the like name an operator of `OPERATORS`.
"""

from collections.abc import Callable, Collection
from typing import Any

from pydantic import BaseModel
from sqlalchemy import ColumnElement

from keel.data.queries import search
from keel.data.queries.sorting import Columns, comparable, placed
from keel.data.types.lists import has

NOT_FILTERS = frozenset({"limit", "offset", "cursor", "sort", "q", "include"})

OPERATORS: dict[str, Callable[[ColumnElement[Any], Any], ColumnElement[bool]]] = {
    "": lambda column, value: column == value,
    "ne": lambda column, value: column.is_distinct_from(value),
    "gt": lambda column, value: comparable(column) > value,
    "gte": lambda column, value: comparable(column) >= value,
    "lt": lambda column, value: comparable(column) < value,
    "lte": lambda column, value: comparable(column) <= value,
    "in": lambda column, values: column.in_([placed(value, column) for value in values]),
    "contains": search.contains,
    "startswith": search.starts_with,
    "has": has,
    "is_null": lambda column, wanted: column.is_(None) if wanted else column.is_not(None),
}


def condition(columns: Columns, name: str, value: Any) -> ColumnElement[bool]:
    """What the filter `name` with this value asks of a row.

    Raises:
        AttributeError: It is on a field that there is not.
        KeyError: Its operator does not exist.
    """
    field, _, operator = name.partition("__")
    return OPERATORS[operator](columns(field), value)


def conditions(
    columns: Columns, query: BaseModel, *, skip: Collection[str] = ()
) -> list[ColumnElement[bool]]:
    """The conditions that the filled-in filters of a query, but those on `skip`, put on rows."""
    return [
        condition(columns, name, value)
        for name, value in query
        if name not in NOT_FILTERS and value is not None and name.partition("__")[0] not in skip
    ]
