"""Times of day and durations as values of a field, and the column of a duration."""

from datetime import time, timedelta
from typing import Annotated, Any, TypeAlias

from pydantic import Field, PlainSerializer, WithJsonSchema
from sqlalchemy import BigInteger, Dialect
from sqlalchemy.types import TypeDecorator

MAX_DURATION = timedelta(days=36_525)
"""A hundred years: sums of such durations are exact in both databases, and in JSON's numbers."""

TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?$"
_SECONDS = r"[0-9]{1,10}(\.[0-9]{1,6})?S"
_CLOCK = rf"T([0-9]{{1,8}}H([0-9]{{1,8}}M)?({_SECONDS})?|[0-9]{{1,8}}M({_SECONDS})?|{_SECONDS})"
DURATION = rf"^P([0-9]{{1,4}}W|[0-9]{{1,5}}D({_CLOCK})?|{_CLOCK})$"
# Not the format `duration`, which knows no fractions of a second.
_TOLD = rf"^P([0-9]+D({_CLOCK})?|{_CLOCK})$"


def iso_duration(duration: timedelta) -> str:
    """`PT1H30M`: days, hours, minutes and seconds, as ISO 8601 writes them."""
    minutes, seconds = divmod(duration.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{duration.microseconds:06}".rstrip("0") if duration.microseconds else ""
    parts = {"H": hours, "M": minutes, "S": f"{seconds}{fraction}" if seconds or fraction else 0}
    clock = "".join(f"{number}{unit}" for unit, number in parts.items() if number)
    days = f"{duration.days}D" if duration.days else ""
    return f"P{days}{'T' if clock else ''}{clock}" if days or clock else "PT0S"


TimeOfDay: TypeAlias = Annotated[
    time,
    WithJsonSchema({"type": "string", "pattern": TIME, "examples": ["14:30:00"]}),
]
"""A time of day without a zone, such as a shop opens at."""

AnyDuration: TypeAlias = Annotated[
    timedelta,
    PlainSerializer(iso_duration, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": _TOLD, "examples": ["PT1H30M"]}),
]
"""How long something takes, in ISO 8601; without years and months, whose lengths differ."""

Duration: TypeAlias = Annotated[
    timedelta,
    Field(ge=timedelta(0), le=MAX_DURATION),
    PlainSerializer(iso_duration, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": DURATION, "examples": ["PT1H30M"]}),
]
"""One of up to a hundred years."""


class DurationColumn(TypeDecorator[timedelta]):
    """Whole microseconds: both databases order, compare and add them up alike."""

    impl = BigInteger
    cache_ok = True

    @property
    def python_type(self) -> type[timedelta]:
        """What its values are, which is not what is stored."""
        return timedelta

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        """What is stored."""
        del dialect
        return None if value is None else value // timedelta.resolution

    def process_result_value(self, value: Any, dialect: Dialect) -> timedelta | None:
        """What is read; Postgres adds up to decimals."""
        del dialect
        return None if value is None else timedelta(microseconds=int(value))
