"""What is worked out for a row in SQL, from the rows around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from sqlalchemy import ColumnElement, func, select, type_coerce

from keel.data.computing.exact import places_of, quotient, scaled, total, unscaled
from keel.data.queries.filters import condition
from keel.data.queries.sorting import comparable
from keel.data.types.times import DurationColumn

if TYPE_CHECKING:
    from keel.data.computing.around import Around

Function = Literal["average", "count", "sum", "min", "max"]

AVERAGE_PLACES = 2
"""Digits after the point of an average, unless its field has more."""


class Computable(Protocol):
    """What SQL can work out for a row."""

    @property
    def sql(self) -> ColumnElement[Any]:
        """The expression, over the columns of the row's table."""
        ...


Computed: TypeAlias = Mapping[str, Computable]
"""What is worked out for a row, by its name in answers."""


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One value of all the rows around a row; values that are NULL do not count."""

    function: Function
    of: "Around"
    field: str
    where: Mapping[str, Any]

    @property
    def sql(self) -> ColumnElement[Any]:
        """The value as a subquery, correlated with the row."""
        filtered = [name.partition("__")[0] for name in self.where]
        listed = self.of.rows.listed(self.of.key, self.field, *filtered)
        value = _FUNCTIONS[self.function](listed.c[self.field])
        chosen = [condition(listed.c.__getitem__, *each) for each in self.where.items()]
        leads = self.of.leads(listed.c[self.of.key])
        return select(value).where(leads, *chosen).correlate(self.of.to).scalar_subquery()


def _sum(column: ColumnElement[Any]) -> ColumnElement[Any]:
    places = places_of(column) or 0
    return _like(column, total(scaled(column, places)), places)


def _average(column: ColumnElement[Any]) -> ColumnElement[Any]:
    # A decimal and no float: its last place is the same on both databases, so that two rows are
    # alike in one order exactly when they are in the other.
    own = places_of(column) or 0
    places = own if _is_duration(column) else max(own, AVERAGE_PLACES)
    sum_of_all = total(scaled(column, own)) * 10 ** (places - own)
    return _like(column, quotient(sum_of_all, scaled(func.count(column), 0)), places)


def _like(
    column: ColumnElement[Any], multiple: ColumnElement[int], places: int
) -> ColumnElement[Any]:
    """So many of the last place of a column, as its values are: durations are microseconds."""
    return (
        type_coerce(multiple, column.type) if _is_duration(column) else unscaled(multiple, places)
    )


def _is_duration(column: ColumnElement[Any]) -> bool:
    return isinstance(column.type, DurationColumn)


_FUNCTIONS: dict[Function, Callable[[ColumnElement[Any]], ColumnElement[Any]]] = {
    "average": _average,
    "count": func.count,
    "sum": _sum,
    "min": lambda column: func.min(comparable(column)),
    "max": lambda column: func.max(comparable(column)),
}
