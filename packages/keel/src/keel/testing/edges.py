"""The edges of a field: values at its bounds, and values one step past them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import chain, islice
from typing import Any
from uuid import UUID

from keel.testing.fields import Field
from keel.testing.time_edges import times_at, times_past
from keel.testing.wrong_forms import wrong_forms

_STEPS: dict[Any, Any] = {
    int: 1,
    float: 0.001,
    date: timedelta(days=1),
    datetime: timedelta(seconds=1),
    timedelta: timedelta.resolution,
}
_UNBOUNDED: dict[Any, Any] = {
    float: 0.5,
    date: date(2026, 1, 31),
    datetime: datetime(2026, 1, 31, tzinfo=UTC),
    time: time(14, 30),
    UUID: UUID(int=1),
}
_LONGEST_SENT = 100_000


@dataclass(frozen=True, slots=True)
class Edge:
    """A value to send as `field`, and the words that say what is special about it."""

    field: str
    value: Any
    words: str

    def __str__(self) -> str:
        return f"{self.field} {self.words}"


def accepted(field: Field) -> Iterator[Edge]:
    """Values at the bounds of `field`, which it takes."""
    return chain(
        _edges(field, _lengths_at(field)),
        _edges(field, _numbers_at(field)),
        _edges(field, times_at(field)),
        _edges(field, _choices(field)),
        _edges(field, _lists_at(field)),
        _edges(field, [(None, "is null")] if field.nullable else []),
    )


def refused(field: Field) -> Iterator[Edge]:
    """Values past the bounds of `field` or not of its type, which it refuses."""
    return chain(
        _edges(field, _lengths_past(field)),
        _edges(field, _numbers_past(field)),
        _edges(field, times_past(field)),
        _edges(field, wrong_forms(field)),
        _edges(field, _lists_past(field)),
        _edges(field, [] if field.nullable else [(None, "is null")]),
    )


def edges_of(field: Field, step: Any) -> tuple[Any, Any]:
    """The least and the greatest value on a grid of `step`, `None` where there is no bound."""
    least = field.ge if field.gt is None else field.gt + step
    most = field.le if field.lt is None else field.lt - step
    return least, most


def _edges(field: Field, cases: Any) -> Iterator[Edge]:
    return (Edge(field.name, value, words) for value, words in cases)


def _is_free_text(field: Field) -> bool:
    return field.kind is str and field.format is None and field.pattern is None


def _text(length: int) -> str:
    return ("keel " * (length // 5 + 1))[:length].replace(" ", "-")


def _length(characters: int) -> str:
    return "of 1 character" if characters == 1 else f"of {characters} characters"


def _lengths_at(field: Field) -> Iterator[tuple[str, str]]:
    if not _is_free_text(field):
        return
    yield _text(field.shortest or 0), _length(field.shortest or 0)
    if field.longest is not None and field.shortest != field.longest <= _LONGEST_SENT:
        yield _text(field.longest), _length(field.longest)


def _lengths_past(field: Field) -> Iterator[tuple[str, str]]:
    if field.item is not None:
        return
    if field.longest is not None and field.longest < _LONGEST_SENT:
        yield _text(field.longest + 1), _length(field.longest + 1)
    if field.shortest:
        yield _text(field.shortest - 1), _length(field.shortest - 1)


def _step(field: Field) -> Any:
    if field.kind is Decimal:
        return Decimal(1).scaleb(-(field.places or 0))
    return _STEPS.get(field.kind)


def _numbers_at(field: Field) -> Iterator[tuple[Any, str]]:
    if (step := _step(field)) is None:
        return
    for edge in edges_of(field, step):
        if edge is not None:
            yield edge, f"of {edge}"
    if field.digits is not None and field.le is None and field.lt is None:
        largest = "9" * (field.digits - (field.places or 0)) or "0"
        yield f"{largest}.{'9' * (field.places or 0)}".rstrip("."), f"of {field.digits} digits"


def _numbers_past(field: Field) -> Iterator[tuple[Any, str]]:
    if (step := _step(field)) is None:
        return
    least, most = edges_of(field, step)
    if least is not None:
        yield least - step, f"of {least - step}"
    if most is not None:
        yield most + step, f"of {most + step}"
    if field.places is not None:
        yield f"{least or 0}.{'0' * field.places}1", f"of {field.places + 1} decimal places"
    if field.digits is not None:
        yield f"1{'0' * (field.digits - (field.places or 0))}", "of one digit too many"


def _lists_at(field: Field) -> Iterator[tuple[list[Any], str]]:
    items = list(islice(_items(field), 1))
    for length in {field.shortest or 0, field.longest} if items else ():
        if length is not None:
            yield items * length, _count(length)


def _lists_past(field: Field) -> Iterator[tuple[Any, str]]:
    if field.item is None:
        return
    yield {}, "is an object"
    yield from (([edge.value], f"with an item: {edge.words}") for edge in refused(field.item))
    for item in islice(_items(field), 1):
        if field.longest is not None:
            yield [item] * (field.longest + 1), _count(field.longest + 1)
        if field.shortest:
            yield [item] * (field.shortest - 1), _count(field.shortest - 1)


def _items(field: Field) -> Iterator[Any]:
    """Values that an item of a list may have."""
    if field.item is None:
        return
    yield from field.item.examples
    yield from field.item.codes
    yield from (edge.value for edge in accepted(field.item))
    if field.item.kind in _UNBOUNDED:
        yield _UNBOUNDED[field.item.kind]


def _count(length: int) -> str:
    return "of 1 item" if length == 1 else f"of {length} items"


def _choices(field: Field) -> Iterator[tuple[Any, str]]:
    yield from ((choice, f"is {choice}") for choice in field.choices)
    if field.kind is bool:
        yield from ((True, "is true"), (False, "is false"))
