"""Dates and times are sent in their own form, never as numbers.

Pydantic takes a number for seconds, in text too: `20240131`, meant as a day of January, would
become one of August 1970. A time of day with a zone, or a duration in months, is not kept alike.
"""

import re
from datetime import date, datetime, time, timedelta
from functools import cache

from pydantic import BaseModel, JsonValue
from pydantic_core import PydanticCustomError

from keel.data.types.kinds import kinds_in
from keel.data.types.times import DURATION, TIME

_NUMBER = re.compile(r"\s*[-+]?[\d.]+([eE][-+]?\d+)?\s*")
_KINDS = (date, datetime, time, timedelta)
_FORMS = {
    time: (re.compile(TIME), "Input should be a time of day like 14:30:00"),
    timedelta: (re.compile(DURATION), "Input should be a duration like P1DT2H30M"),
}


@cache
def kinds_of_time(schema: type[BaseModel], field: str) -> frozenset[type]:
    """What a field of a schema takes of dates, moments, times of day and durations."""
    return kinds_in(schema.model_fields[field].annotation, _KINDS)


def refuse_other_forms(value: JsonValue, kinds: frozenset[type]) -> None:
    """Let pass what is written as one of `kinds` is, and what is no number and no text.

    Raises:
        PydanticCustomError: It, or something in it, is written otherwise.
    """
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str | int | float):
            for kind in kinds:
                _refuse(str(item), kind)


def _refuse(text: str, kind: type) -> None:
    if kind in _FORMS:
        form, said = _FORMS[kind]
        if not form.fullmatch(text):
            raise PydanticCustomError("time_form", "{said}", {"said": said})
    elif _NUMBER.fullmatch(text):
        raise PydanticCustomError("date_number", "Input should be a date like 2026-01-31")
