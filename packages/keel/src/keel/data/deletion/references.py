"""References that a deletion follows, as the tables declare them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from keel.access.paths import table_of
from keel.data.deletion.soft_deleted import SoftDeleted
from keel.data.model import models


@dataclass(frozen=True, slots=True)
class Reference:
    """A column by which rows of one model refer to those of another, or to their own kind.

    Attributes:
        on_delete: What becomes of a row that refers, in SQL's words.
    """

    model: type[Any]
    name: str
    target: type[Any]
    on_delete: str

    @property
    def column(self) -> Any:
        """The column, in SQL."""
        return getattr(self.model, self.name)

    @property
    def takes_along(self) -> bool:
        """Whether rows that refer go with the one that they refer to, and are kept as it is."""
        return self.on_delete == "CASCADE" and issubclass(self.model, SoftDeleted)


def references_to(target: type[Any]) -> list[Reference]:
    """Every reference that leads to a model."""
    return [each for each in _references(target) if each.target is target]


def references_of(model: type[Any]) -> list[Reference]:
    """The references of a model to rows that can be soft-deleted."""
    found = (each for each in _references(model) if each.model is model)
    return [each for each in found if issubclass(each.target, SoftDeleted)]


def going_with(model: type[Any]) -> list[type[Any]]:
    """The models of rows that are deleted when a row of `model` is: itself first."""
    found = [model]
    for each in found:
        for reference in references_to(each):
            if reference.takes_along and reference.model not in found:
                found.append(reference.model)
    return found


def _references(beside: type[Any]) -> Iterator[Reference]:
    """Every reference between tables of the same metadata."""
    metadata = table_of(beside).metadata
    tables = {table_of(each): each for each in models()}
    by_name = {table.name: each for table, each in tables.items() if table.metadata is metadata}
    for model in by_name.values():
        for key in table_of(model).foreign_keys:
            target = by_name[key.column.table.name]
            yield Reference(model, key.parent.name, target, key.ondelete or "RESTRICT")
