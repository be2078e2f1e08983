"""Values of fields: from YAML to Python, to JSON and to Python source."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import cast
from uuid import UUID

_DURATION = re.compile(
    r"P(?:([0-9]{1,4})W|(?:([0-9]{1,5})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,8})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,10}(?:\.[0-9]{1,6})?)S)?)?)"
)
_SIZES = {"kB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
_UNITS = {"days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}


def text(value: object) -> str:
    """A text; what YAML reads as a number or truth value needs quotes."""
    if isinstance(value, str):
        return value
    raise ValueError("a text; put it in quotes")


def whole(value: object) -> int:
    """A whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError("a whole number")


def size(value: object) -> int:
    """A number of bytes, written `5MB`, `500kB` or in full."""
    found = re.fullmatch(r"([0-9]{1,10})(kB|MB|GB)", value) if isinstance(value, str) else None
    if found:
        return int(found[1]) * _SIZES[found[2]]
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError("a size like `5MB`")


def number(value: object) -> float:
    """A finite number."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        try:
            if math.isfinite(found := float(value)):
                return found
        except OverflowError:
            pass
    raise ValueError("a number")


def exact(value: object) -> Decimal:
    """A number as it is written, or as JSON has it: in quotes; 15 digits survive YAML's floats."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,20}(\.[0-9]{1,20})?", value):
        return Decimal(value)
    return Decimal(value) if type(value) is int else Decimal(str(number(value)))


def truth(value: object) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise ValueError("`true` or `false`")


def day(value: object) -> date:
    """A calendar day, written `2001-12-31`."""
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError("a day like `2001-12-31`")


def moment(value: object) -> datetime:
    """A moment in UTC, written with any offset."""
    try:
        if isinstance(value, str) and (found := datetime.fromisoformat(value)).tzinfo:
            return found.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError("a moment with its offset like `2001-12-31T12:00:00Z`")


def time_of_day(value: object) -> time:
    """A time of day without a zone, written `14:30` or `14:30:00`."""
    try:
        if isinstance(value, str) and re.fullmatch(r"\d\d:\d\d(:\d\d)?", value, re.ASCII):
            return time.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError("a time of day like `14:30`")


def duration(value: object) -> timedelta:
    """A duration of ISO 8601 without years and months, written `P1DT2H30M`."""
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if not (found and any(found.groups())):
        raise ValueError("a duration like `PT1H30M`")
    weeks, days, hours, minutes = (int(number or 0) for number in found.groups()[:4])
    microseconds = int(Decimal(found[5] or 0).scaleb(6))
    return timedelta(
        weeks=weeks, days=days, hours=hours, minutes=minutes, microseconds=microseconds
    )


def items(value: object) -> list[object]:
    """A list, whatever is in it."""
    if isinstance(value, list):
        return cast("list[object]", value)
    raise ValueError("a list like `[]`")


def country(value: object) -> str:
    """A country's code."""
    return _as_keel_has_it("CountryCode", value, "a code of ISO 3166-1 like `DE`")


def language(value: object) -> str:
    """A language's code."""
    return _as_keel_has_it("LanguageCode", value, "a code of ISO 639-1 like `de`")


def currency(value: object) -> str:
    """A currency's code."""
    return _as_keel_has_it("CurrencyCode", value, "a code of ISO 4217 like `EUR`")


def unique_id(value: object) -> UUID:
    """A UUID in its usual spelling."""
    try:
        return UUID(text(value))
    except ValueError:
        raise ValueError("a UUID like `0192d6f0-0000-7000-8000-000000000000`") from None


def email(value: object) -> str:
    """An e-mail address, in lower case."""
    return _as_keel_has_it("Email", value, "an e-mail address like `ada@example.com`")


def url(value: object) -> str:
    """A web address."""
    return _as_keel_has_it("Url", value, "a web address like `https://example.com`")


def anything(value: object) -> object:
    """Any value that JSON has."""
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        raise ValueError("a JSON value") from None
    return value


def plain(value: object) -> object:
    """A Python value as JSON carries it, and as YAML writes it: what the readers above undo."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        # Half a second that only pages pay with a bound or a default of this type.
        from keel.data.types.times import iso_duration  # noqa: PLC0415

        return iso_duration(value)
    if isinstance(value, list):
        return [plain(each) for each in cast("list[object]", value)]
    return str(value) if isinstance(value, (Decimal, UUID)) else value


def source(value: object) -> str:
    """A Python expression of a value; its names are in `types.SYMBOLS`."""
    match value:
        case datetime() | date():
            return f'{type(value).__name__}.fromisoformat("{plain(value)}")'
        case time() | timedelta():
            return f"{type(value).__name__}({_parts(value)})"
        case list():
            return f"[{', '.join(map(source, cast('list[object]', value)))}]"
        case Decimal() | UUID():
            return f'{type(value).__name__}("{value}")'
        case int() if not isinstance(value, bool):
            return f"{value:_}"
        case _:
            return repr(value)


def _parts(value: time | timedelta) -> str:
    """The arguments that make a time of day, `9, 30`, or a duration, `hours=1, minutes=30`."""
    if isinstance(value, time):
        parts = f"{value.hour}, {value.minute}, {value.second}, {value.microsecond}"
        return re.sub(r"(, 0)+$", "", parts)
    said = {"microseconds": value.microseconds}
    seconds = value // timedelta(seconds=1)
    for unit, size in _UNITS.items():
        said[unit], seconds = divmod(seconds, size)
    return ", ".join(f"{unit}={number:_}" for unit, number in said.items() if number) or "0"


def _as_keel_has_it(kind: str, value: object, said: str) -> str:
    # Half a second that only pages pay with a default or an example of these types.
    from keel import data  # noqa: PLC0415
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415

    try:
        return TypeAdapter[str](getattr(data, kind)).validate_python(value)
    except ValidationError:
        raise ValueError(said) from None
