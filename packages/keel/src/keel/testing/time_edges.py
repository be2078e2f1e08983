"""The edges of times of day and durations."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from keel.testing.fields import Field


def times_at(field: Field) -> Iterator[tuple[time, str]]:
    """Times of day at the bounds of `field`."""
    if field.kind is time:
        yield from ((edge, f"of {edge}") for edge in (field.ge, field.le) if edge is not None)


def times_past(field: Field) -> Iterator[tuple[Any, str]]:
    """Times past the bounds of `field`, and in forms that it does not take."""
    if field.kind is time:
        yield "14:30:00Z", "with a zone"
        yield from ((edge, f"of {edge}") for edge in _beside(field.ge, -1) + _beside(field.le, 1))
    if field.kind is timedelta:
        yield "P1M", "of a month"


def _beside(moment: time | None, microseconds: int) -> list[time]:
    """The next time of day, if that is on the same day."""
    if moment is None or moment == (time.max if microseconds > 0 else time.min):
        return []
    there = datetime.combine(date.min + timedelta(1), moment) + timedelta(microseconds=microseconds)
    return [there.time()]
