"""The order of a list: by one column, then by id, the same on both databases."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, UnaryExpression, and_, inspect, literal, tuple_, type_coerce
from sqlmodel import col

from keel.data.database.code_points import CodePoints, text_type
from keel.data.model import Model

NEWEST_FIRST = "-created_at"

Columns = Callable[[str], ColumnElement[Any]]
"""What rows have under a name, in SQL."""


def comparable(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column as its values are put in order."""
    return CodePoints(column) if text_type(column.type) else column


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a model's rows. NULL counts as greater than every value.

    Attributes:
        field: Its name. Ids sort by age, so the order of `created_at` is that of `id`, and the
            primary key serves it.
        column: What is sorted by, in SQL.
        descending: Greatest first; ties go by id, in the same direction.
    """

    model: type[Model]
    field: str
    descending: bool = False
    column: ColumnElement[Any] = dataclasses.field(kw_only=True, compare=False)

    @classmethod
    def of(cls, model: type[Model], sort: str, columns: Columns) -> "Order":
        """The order that `title` or `-title` names."""
        name = sort.removeprefix("-")
        name = "id" if name == "created_at" else name
        return cls(model, name, sort.startswith("-"), column=columns(name))

    def reverse(self) -> "Order":
        """The same order from its other end."""
        return replace(self, descending=not self.descending)

    def clauses(self) -> list[UnaryExpression[Any]]:
        """What stands in the `ORDER BY`."""
        ids = self._directed(self._ids)
        if self.field == "id":
            return [ids]
        first = self._directed(comparable(self.column))
        if self._nullable:  # said only where needed: SQLite's indexes do not serve it
            first = first.nulls_first() if self.descending else first.nulls_last()
        return [first, ids]

    def beyond(self, value: Any, row_id: UUID) -> list[ColumnElement[bool]]:
        """The rows that follow one with this value and id, whether or not it still exists.

        In one or two stretches, in their order: an index serves each, but not both at once.
        """
        ids = self._ids
        ids_beyond = ids < row_id if self.descending else ids > row_id
        if self.field == "id":
            return [ids_beyond]
        column = comparable(self.column)
        if value is None:
            nulls_beyond = and_(column.is_(None), ids_beyond)
            return [nulls_beyond, column.is_not(None)] if self.descending else [nulls_beyond]
        here = tuple_(column, ids)
        there = tuple_(_typed(value, column), _typed(row_id, ids))
        if self.descending:
            return [here < there]
        return [here > there, column.is_(None)] if self._nullable else [here > there]

    @property
    def _ids(self) -> Any:
        return col(self.model.id)

    @property
    def _nullable(self) -> bool:
        stored = inspect(self.model).columns.get(self.field)
        return stored is None or bool(stored.nullable)

    def _directed(self, column: ColumnElement[Any]) -> UnaryExpression[Any]:
        return column.desc() if self.descending else column.asc()


def placed(value: Any, column: ColumnElement[Any]) -> Any:
    """A value to compare with a column; what stands for one takes the column's type."""
    return type_coerce(value, column.type) if _is_stand_in(value) else value


def _typed(value: Any, column: ColumnElement[Any]) -> Any:
    return placed(value, column) if _is_stand_in(value) else literal(value, column.type)


def _is_stand_in(value: object) -> bool:
    return isinstance(value, ColumnElement)
