"""References between models, as their tables declare them."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column

from keel.access import Caller, Policy
from keel.data import Model
from keel.testing.linked import targets
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


def is_owned(model: type[Model]) -> bool:
    """Whether each row of `model` belongs to an account, and is not itself one."""
    return getattr(model, "owner_field", "id") != "id"


def hidden_references(
    model: type[Model], by: Caller, policies: Mapping[type[Model], Policy]
) -> list[str]:
    """The references of `model` to rows, even their own ones, that a caller cannot see."""
    owner_field = getattr(model, "owner_field", None)
    return [
        column.name
        for column, parent in references(model).items()
        if column.name != owner_field and not _shows(policies.get(parent), parent, by)
    ] + [
        name
        for name, target in targets(model).items()
        if not _shows(policies.get(target), target, by)
    ]


def _shows(policy: Policy | None, model: type[Model], by: Caller) -> bool:
    if policy is None:
        return False
    is_account = hasattr(model, "owner_field") and not is_owned(model)
    return policy.read.admits_all_rows(by) or (policy.read.admits(by) and not is_account)


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
