"""JSON as a value of a field."""

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, JsonValue
from pydantic_core import PydanticCustomError

from keel.data.types.storable import refuse_unstorable

MAX_DEPTH = 32
MAX_VALUES = 10_000
_MAX_NUMBER = 1.7976931348623157e308  # the largest double: what readers of JSON agree on


def _bounded(value: JsonValue) -> JsonValue:
    values = 0
    level: list[JsonValue] = [value]
    for _ in range(MAX_DEPTH):
        values += len(level)
        if not level or values > MAX_VALUES:
            break
        if any(isinstance(item, int) and abs(item) > _MAX_NUMBER for item in level):
            raise PydanticCustomError("json_number", "Numbers should fit a double")
        level = [child for item in level for child in _children(item)]
    if level:
        raise PydanticCustomError(
            "json_size",
            "JSON should have at most {levels} levels and {values} values",
            {"levels": MAX_DEPTH, "values": MAX_VALUES},
        )
    return value


def _children(value: JsonValue) -> list[JsonValue]:
    match value:
        case dict():
            return list(value.values())
        case list():
            return value
        case _:
            return []


Json: TypeAlias = Annotated[JsonValue, AfterValidator(refuse_unstorable), AfterValidator(_bounded)]
"""Any JSON that both databases store: finite numbers, no NUL, at most 32 levels, 10,000 values.

`null` at the top is the database's NULL, so only `Json | None` fields take it.
"""
