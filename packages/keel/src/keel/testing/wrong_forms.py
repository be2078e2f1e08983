"""Values that are not of the kind or the form that a field takes."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import product
from typing import Any
from uuid import UUID

from keel.testing.fields import Field

_NOT_TEXT = (
    int,
    float,
    Decimal,
    date,
    time,
    timedelta,
    UUID,
)  # `bool` is an `int`, `datetime` a `date`
_NOT_OF_THIS_FORM = {"email": "not-an-address", "uri": "not a url"}


def wrong_forms(field: Field) -> Iterator[tuple[Any, str]]:
    """Values that `field` refuses, each with what is wrong with it."""
    if field.choices or field.is_a(str, *_NOT_TEXT):
        yield {}, "is an object"
    if field.format in _NOT_OF_THIS_FORM:
        yield _NOT_OF_THIS_FORM[field.format], f"is no {field.format}"
    if field.kind is str:
        yield "nul\0", "holds NUL"
    if field.choices or field.is_a(*_NOT_TEXT):
        yield "none of these", "is not of its kind"
    if field.codes:
        yield _no_code(field), "is no code"
    if field.pattern is not None:
        yield from _mismatches(field.pattern)


def _no_code(field: Field) -> str:
    """What is spelled like a code, and is none."""
    letters = sorted(set("".join(field.codes)))
    words = map("".join, product(letters, repeat=len(field.codes[0])))
    return next(word for word in words if word not in field.codes)


def _mismatches(pattern: str) -> Iterator[tuple[str, str]]:
    tries = ("", " ", "!", "a", "0", "Ω", "no match")
    wrong = next((text for text in tries if not re.search(pattern, text)), None)
    if wrong is not None:
        yield wrong, f"does not match {pattern}"
