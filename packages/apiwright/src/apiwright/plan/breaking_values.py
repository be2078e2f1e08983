"""What clients lose of one value, whatever it is part of, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.fields.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.blueprint.model import Field


def is_same_kind(was: Field, now: Field) -> bool:
    """Whether JSON has both alike."""
    if was.item and now.item:
        return is_same_kind(was.item, now.item)
    return _shape(was) == _shape(now) and was.target == now.target


def refusals(was: Field, now: Field) -> Iterator[str]:
    """What can no longer be sent as a value that both can be."""
    if was.item and now.item:
        yield from (f"{change} in each item" for change in refusals(was.item, now.item))
    if was.optional and not now.optional:
        yield "must not be null"
    if now.minimum is not None and (was.minimum is None or now.minimum > was.minimum):
        yield f"has a minimum of {plain(now.minimum)}"
    if now.maximum is not None and (was.maximum is None or now.maximum < was.maximum):
        yield f"has a maximum of {plain(now.maximum)}"
    if now.pattern and now.pattern != was.pattern:
        yield f"must match `{now.pattern}`"
    if gone := _others(was, now):
        yield f"must not be {' or '.join(gone)}"
    if _room(now) < _room(was) or (now.places or 0) < (was.places or 0):
        yield f"has at most {now.digits} digits, {now.places} of them after the point"


def surprises(was: Field, now: Field) -> Iterator[str]:
    """What can come back as a value that could not."""
    if was.item and now.item:
        yield from (f"{change} in each item" for change in surprises(was.item, now.item))
    if now.optional and not was.optional:
        yield "may be null in answers"
    if new := _others(now, was):
        yield f"may be {' or '.join(new)} in answers"


def taken(old: Iterable[Field], new: Iterable[Field], place: str) -> Iterator[str]:
    """What can no longer be sent in a body, behind `?` or in a path."""
    before = {field.column: field for field in old}
    after = {field.column: field for field in new}
    yield from (f"no longer takes `{name}` {place}" for name in before if name not in after)
    for name, field in after.items():
        was = before.get(name)
        if field.is_asked and (was is None or not was.is_asked):
            yield f"needs `{name}` {place}"
        elif was and not is_same_kind(was, field):
            yield f"takes another type of `{name}`"
        elif was:
            yield from (f"takes a `{name}` that {change}" for change in refusals(was, field))


def given(old: Iterable[Field], new: Iterable[Field]) -> Iterator[str]:
    """What answers no longer have, or have otherwise."""
    after = {field.column: field for field in new}
    for was in old:
        now = after.get(was.column)
        if now is None:
            yield f"no longer answers `{was.column}`"
        elif not is_same_kind(was, now):
            yield f"answers another type of `{was.column}`"
        else:
            yield from (f"answers a `{was.column}` that {change}" for change in surprises(was, now))


def _shape(field: Field) -> str:
    return "list" if field.item else type_of(field).python


def _others(these: Field, those: Field) -> list[str]:
    """The words of an enum that another does not have."""
    return [f"`{choice}`" for choice in these.choices if choice not in those.choices]


def _room(field: Field) -> int:
    """Digits before the point of a decimal."""
    return (field.digits or 0) - (field.places or 0)
