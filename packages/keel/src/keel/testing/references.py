"""References between models, as their tables declare them."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Column

from keel.access import Caller, Policy
from keel.access.paths import table_of
from keel.data import Model, SoftDeleted
from keel.data.model import models
from keel.testing.linked import targets
from keel.testing.once import once

NOWHERE = UUID("01890000-0000-7000-8000-000000000000")
"""The id of no row."""


def reference_columns(model: type[Model]) -> list[Column[Any]]:
    """The columns of `model` that refer to other rows."""
    return [column for column in table_of(model).c if column.foreign_keys]


@once  # every row that is made asks
def references(model: type[Model]) -> Mapping[Column[Any], type[Model]]:
    """The columns of `model` that refer to other rows, and what to; all models are imported."""
    by_table = {table_of(other).name: other for other in models()}
    return {
        column: by_table[key.column.table.name]
        for column in reference_columns(model)
        for key in column.foreign_keys
    }


@once
def parents_of(model: type[Model]) -> dict[str, type[Model]]:
    """What the columns of `model` refer to, by their names."""
    return {column.name: parent for column, parent in references(model).items()}


def kept_targets(model: type[Model]) -> dict[str, type[Model]]:
    """What the columns of `model` refer to that is kept when it is deleted, by their names.

    Of the models that are imported: those that bodies of `model` can refer to.
    """
    kept = {table_of(other).name: other for other in models() if issubclass(other, SoftDeleted)}
    named = {
        column.name: key.target_fullname.rpartition(".")[0]
        for column in reference_columns(model)
        for key in column.foreign_keys
    }
    return {column: kept[table] for column, table in named.items() if table in kept}


def is_owned(model: type[Model]) -> bool:
    """Whether each row of `model` belongs to an account, and is not itself one."""
    return getattr(model, "owner_field", "id") != "id"


def hidden_references(
    model: type[Model], by: Caller, policies: Mapping[type[Model], Policy]
) -> list[str]:
    """The references of `model` to rows, even their own ones, that a caller cannot see."""
    owner_field = getattr(model, "owner_field", None)
    parents = {name: it for name, it in parents_of(model).items() if name != owner_field}
    shown = parents | targets(model)
    return [name for name, it in shown.items() if not may_see(policies.get(it), it, by)]


def may_see(policy: Policy | None, model: type[Model], by: Caller) -> bool:
    """Whether a caller can see a row of `model` that is theirs as far as rows can be."""
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
