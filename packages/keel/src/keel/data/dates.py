"""Dates are sent as dates, never as numbers.

Pydantic takes a number for seconds since 1970, in text too: `20240131`, meant as a day of January,
would become one of August 1970.
"""

import re
from datetime import date, datetime
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, JsonValue
from pydantic_core import PydanticCustomError

_NUMBER = re.compile(r"\s*[-+]?[\d.]+\s*")


@cache
def holds_date(schema: type[BaseModel], field: str) -> bool:
    """Whether a field of a schema takes a date, a moment, or a list of them."""
    return _names_date(schema.model_fields[field].annotation)


def refuse_number(value: JsonValue) -> None:
    """Let pass what is not a number, and no list with a number in it.

    Raises:
        PydanticCustomError: It is one, or has one in it.
    """
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, int | float) or (isinstance(item, str) and _NUMBER.fullmatch(item)):
            raise PydanticCustomError("date_number", "Input should be a date like 2026-01-31")


def _names_date(annotation: Any) -> bool:
    return annotation in (date, datetime) or any(map(_names_date, get_args(annotation)))
