"""Aggregates, worked out in Python from the rows themselves."""

from collections.abc import Callable
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import Numeric

from keel.access import Caller
from keel.access.paths import table_of
from keel.data.computing.computed import AVERAGE_PLACES, Aggregate, Function
from keel.data.computing.terms import Term
from keel.data.types.times import DurationColumn
from keel.testing.around import rows_around
from keel.testing.holds import HOLDS
from keel.testing.reach import Reach
from keel.testing.rows import Rows


def value_of(aggregate: Aggregate, row: Any, reach: Reach, caller: Caller) -> Any:
    """What an aggregate of the stored rows comes to for the one row and for one caller."""
    of = aggregate.of
    values = [
        value
        for each in rows_around(row, of, reach)
        if reach.holds(of.rows.policy.list, caller, of.rows.model, each)
        and _counts(aggregate, each)
        and (value := _told(aggregate, aggregate.field, each)) is not None
    ]
    if _is_of_durations(aggregate) and aggregate.function in ("sum", "average"):
        return _duration(aggregate.function, values)
    return _FOLDS[aggregate.function](values, _places(aggregate))


def counted(aggregate: Aggregate, sample: Callable[[str], Any]) -> dict[str, Any]:
    """Values by which a row counts; `sample` makes one for a field."""
    stored = {*table_of(aggregate.of.rows.model).c.keys()} - {"id"}
    found = {name: sample(name) for name in {aggregate.field} & stored}
    for name, said in aggregate.where.items():
        field, _, operator = name.partition("__")
        if field not in stored:
            continue
        tries = (None if operator == "is_null" else said, *(sample(field) for _ in range(20)))
        found[field] = next(it for it in tries if _holds(aggregate, field, it))
    return found


def sample_of(computed: Aggregate | Term, rows: Rows) -> Any:
    """A value that might come out."""
    if isinstance(computed, Aggregate) and computed.function in ("min", "max"):
        return rows.value(computed.of.rows.model, computed.field)
    return timedelta(0) if isinstance(computed, Aggregate) and _is_of_durations(computed) else 0


def _counts(aggregate: Aggregate, row: Any) -> bool:
    fields = {name.partition("__")[0] for name in aggregate.where}
    return all(_holds(aggregate, field, _told(aggregate, field, row)) for field in fields)


def _holds(aggregate: Aggregate, field: str, value: Any) -> bool:
    """Whether a value meets every condition on a field."""
    conditions = ((*name.partition("__")[::2], given) for name, given in aggregate.where.items())
    return all(HOLDS[how](value, given) for name, how, given in conditions if name == field)


def _told(aggregate: Aggregate, name: str, row: Any) -> Any:
    """What a row that counts has under a name: a column, or what its columns come to."""
    term = aggregate.of.rows.computed.get(name)
    return term.of(row) if isinstance(term, Term) else getattr(row, name)


def _places(aggregate: Aggregate) -> int:
    term = aggregate.of.rows.computed.get(aggregate.field)
    if isinstance(term, Term):
        return term.places or 0
    kind = table_of(aggregate.of.rows.model).c[aggregate.field].type
    return (kind.scale or 0) if isinstance(kind, Numeric) else 0


def _is_of_durations(aggregate: Aggregate) -> bool:
    if aggregate.function == "count" or aggregate.field in aggregate.of.rows.computed:
        return False
    return isinstance(table_of(aggregate.of.rows.model).c[aggregate.field].type, DurationColumn)


def _duration(function: Function, values: list[timedelta]) -> timedelta | None:
    """A sum or an average, to the microsecond."""
    microseconds = sum(value // timedelta.resolution for value in values)
    if function == "sum":
        return microseconds * timedelta.resolution
    if not values:
        return None
    mean = (Decimal(microseconds) / len(values)).quantize(Decimal(1), ROUND_HALF_UP)
    return int(mean) * timedelta.resolution


def _sum(values: list[Any], places: int) -> Any:
    return sum(values, Decimal(0).quantize(_last(places))) if places else sum(values)


def _average(values: list[Any], places: int) -> Decimal | None:
    if not values:
        return None
    mean = Decimal(sum(values)) / len(values)
    return mean.quantize(_last(max(places, AVERAGE_PLACES)), ROUND_HALF_UP)


def _last(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)


_FOLDS: dict[Function, Callable[[list[Any], int], Any]] = {
    "average": _average,
    "count": lambda values, _: len(values),
    "sum": _sum,
    "min": lambda values, _: min(values, default=None),
    "max": lambda values, _: max(values, default=None),
}
