"""References between models, as their tables declare them."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column

from keel.data import Model
from keel.testing.resource import models, table_of


def reference_columns(model: type[Model]) -> list[Column[Any]]:
    """The columns of `model` that refer to other rows."""
    return [column for column in table_of(model).c if column.foreign_keys]


def references(model: type[Model]) -> dict[Column[Any], type[Model]]:
    """The columns of `model` that refer to other rows, and what to; all models are imported."""
    by_table = {table_of(other).name: other for other in models()}
    return {
        column: by_table[key.column.table.name]
        for column in reference_columns(model)
        for key in column.foreign_keys
    }


def referring_to(parent: type[Model]) -> Iterator[Column[Any]]:
    """The columns of all models that refer to `parent`."""
    for model in models():
        yield from (column for column, target in references(model).items() if target is parent)


def model_of(column: Column[Any]) -> type[Model]:
    """The model that has a column."""
    return next(model for model in models() if table_of(model) is column.table)


def on_delete_of(column: Column[Any]) -> str:
    """What becomes of a row when the one it refers to is deleted, in SQL's words."""
    return next(iter(column.foreign_keys)).ondelete or "RESTRICT"
