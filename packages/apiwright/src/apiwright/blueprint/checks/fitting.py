"""Whether a value is one that callers could send."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.patterns import finds
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.page.spelling import listed

if TYPE_CHECKING:
    from collections.abc import Sized

    from apiwright.blueprint.model import Field


def misfit(field: Field, value: object, *, of_bounds: bool = True) -> str | None:
    """Why a value of its type is none of this field, as the end of a sentence.

    Args:
        field: Has usable digits and a usable pattern.
        value: As Python holds it.
        of_bounds: Whether it must lie within the bounds too.
    """
    if isinstance(value, Decimal) and (why := _too_long(field, value)):
        return why
    if field.choices and value not in field.choices:
        return f"is none of {listed(field.choices)}"
    if of_bounds and (why := _out_of_bounds(field, value)):
        return why
    if field.item and isinstance(value, list):
        found = (misfit(field.item, each) for each in cast("list[object]", value))
        return next((f"has an item that {why}" for why in found if why), None)
    if field.pattern and isinstance(value, str) and not finds(field.pattern, value):
        return f"does not match `{field.pattern}`"
    return None


def _too_long(field: Field, value: Decimal) -> str | None:
    digits, places = field.digits or 0, field.places or 0
    if abs(value) >= Decimal(10) ** (digits - places):
        return f"has more than {digits - places} digits before the point"
    if value != round(value, places):
        return f"has more than {places} digits after the point"
    return None


def _out_of_bounds(field: Field, value: object) -> str | None:
    kind = type_of(field)
    size: Any = value
    unit = {"length": " characters", "number": " items"}.get(kind.bounds or "", "")
    if kind.bounds is None:
        return None
    if isinstance(value, (str, list)):
        size = len(cast("Sized", value))
    if field.minimum is not None and size < field.minimum:
        return f"is less than {values.plain(field.minimum)}{unit}"
    if field.maximum is not None and size > field.maximum:
        return f"is more than {values.plain(field.maximum)}{unit}"
    return None
