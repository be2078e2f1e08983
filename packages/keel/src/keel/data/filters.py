"""Filters: the fields of a query that choose rows.

`price` is equality; `price__gte` and the like name an operator of `OPERATORS`.
"""

from collections.abc import Callable, Collection
from typing import Any

from pydantic import BaseModel
from sqlalchemy import ColumnElement

from keel.data import search
from keel.data.model import Model
from keel.data.sorting import comparable

NOT_FILTERS = frozenset({"limit", "offset", "cursor", "sort", "q", "include"})

OPERATORS: dict[str, Callable[[ColumnElement[Any], Any], ColumnElement[bool]]] = {
    "": lambda column, value: column == value,
    "ne": lambda column, value: column.is_distinct_from(value),
    "gt": lambda column, value: comparable(column) > value,
    "gte": lambda column, value: comparable(column) >= value,
    "lt": lambda column, value: comparable(column) < value,
    "lte": lambda column, value: comparable(column) <= value,
    "in": lambda column, values: column.in_(values),
    "contains": search.contains,
    "startswith": search.starts_with,
    "is_null": lambda column, wanted: column.is_(None) if wanted else column.is_not(None),
}


def conditions(
    model: type[Model], query: BaseModel, *, skip: Collection[str] = ()
) -> list[ColumnElement[bool]]:
    """The conditions that the filled-in filters of a query, but those on `skip`, put on rows.

    Raises:
        AttributeError: The query has a filter on a field that the model does not have.
        KeyError: The query has a filter with an operator that does not exist.
    """
    found: list[ColumnElement[bool]] = []
    for name, value in query:
        if name in NOT_FILTERS or value is None:
            continue
        field, _, operator = name.partition("__")
        if field not in skip:
            found.append(OPERATORS[operator](getattr(model, field), value))
    return found
