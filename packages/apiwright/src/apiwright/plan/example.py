"""A body that a create operation takes, for examples."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from apiwright.blueprint.fields import values

if TYPE_CHECKING:
    from apiwright.blueprint.model import Field, Resource

VALUES: dict[str, object] = {
    "bool": True,
    "date": "2026-05-17",
    "datetime": "2026-05-17T09:30:00Z",
    "uuid": "0192d6f0-0000-7000-8000-000000000000",
    "email": "ada@example.com",
    "url": "https://example.com",
    "json": {},
    "time": "09:30:00",
    "duration": "PT1H30M",
    "country": "DE",
    "language": "de",
    "currency": "EUR",
}
"""A value of each type that has values of no bounds."""

FEW = 3
"""The most items of a list that is short enough to read."""


def body_of(resource: Resource) -> dict[str, object] | None:
    """The members that must be sent, as JSON has them; `None` if no body is sure to be taken."""
    body = {field.column: _value(field) for field in resource.fields if field.is_asked}
    needs_rows = any(link.minimum for link in resource.links)
    works = None not in body.values() and resource.keeps_order(body)
    return body if works and not needs_rows else None


def _value(field: Field) -> object:
    """`None` for a reference, whose target may not be there, and for a pattern."""
    if field.example is not None:
        return values.plain(field.example)
    if field.item:
        return _items(field, field.item)
    if field.choices:
        return field.choices[0]
    if field.type in {"str", "text"}:
        return None if field.pattern else _text(field)
    if field.type in {"int", "float", "decimal"}:
        return _number(field)
    is_bounded = field.type in {"time", "duration"} and field.minimum is not None
    return values.plain(field.minimum) if is_bounded else VALUES.get(field.type)


def _items(field: Field, item: Field) -> object:
    """As few as may be; none if they would be too many to read."""
    found = [_value(item)] * int(field.minimum or 1)
    return None if None in found or len(found) > FEW else found


def _text(field: Field) -> str:
    word = field.name.replace("_", " ").capitalize()
    times = 1 + int(field.minimum or 0) // len(word)
    return (word * times)[: int(field.maximum or 0)]


def _number(field: Field) -> object:
    """Zero, or the value next to it that the bounds allow."""
    most = 0 if field.maximum is None else min(0, field.maximum)
    nearest = most if field.minimum is None else max(most, field.minimum)
    return values.plain(Decimal(nearest)) if field.type == "decimal" else nearest
