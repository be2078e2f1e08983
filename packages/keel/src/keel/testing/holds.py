"""Filters, as they hold for values in Python."""

from collections.abc import Callable
from typing import Any

HOLDS: dict[str, Callable[[Any, Any], bool]] = {
    "": lambda value, given: value == given,
    "ne": lambda value, given: value != given,
    "gt": lambda value, given: value is not None and value > given,
    "gte": lambda value, given: value is not None and value >= given,
    "lt": lambda value, given: value is not None and value < given,
    "lte": lambda value, given: value is not None and value <= given,
    "in": lambda value, given: value in given,
    "contains": lambda value, given: given.lower() in (value or "").lower(),
    "startswith": lambda value, given: (value or "").lower().startswith(given.lower()),
    "is_null": lambda value, given: (value is None) == given,
}
"""Whether a value is what a filter with this operator asks for, by the operator's name."""
