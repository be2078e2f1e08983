"""Bounds of a field where the page says only one of them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apiwright.blueprint.fields.field_type import FieldType
    from apiwright.blueprint.model import Bound


def fill(kind: FieldType, minimum: Bound, maximum: Bound) -> tuple[Bound, Bound]:
    """Both bounds: what is not said is as usual, or the limit where the usual would be empty."""
    least, greatest = kind.usual
    if maximum is None:
        maximum = greatest
        if minimum is not None and greatest is not None and minimum > greatest:
            maximum = kind.limits[1]
    if minimum is None:
        minimum = least
        if maximum is not None and least is not None and maximum < least:
            minimum = kind.limits[0]
    is_idle = kind.bounds in ("length", "number") and minimum == 0
    return (None if is_idle else minimum), maximum
