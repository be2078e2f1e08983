"""Bounds of a field where the page says only one of them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from apiwright.blueprint.types import FieldType

    Bound = int | float | Decimal | None


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
    is_idle = kind.bounds == "length" and minimum == 0
    return (None if is_idle else minimum), maximum
