"""Numbers and truth values are never sent as each other, though pydantic takes `true` for 1."""

from functools import cache

from pydantic import BaseModel, JsonValue
from pydantic_core import PydanticCustomError

from keel.data.types.kinds import kinds_in

_NUMBERS: frozenset[type] = frozenset({int, float})
_TRUTHS: frozenset[type] = frozenset({bool})


@cache
def kinds_of_number(schema: type[BaseModel], field: str) -> frozenset[type]:
    """What a field of a schema takes of whole numbers, others, and truth values."""
    return kinds_in(schema.model_fields[field].annotation, _NUMBERS | _TRUTHS)


def refuse_mixed(value: JsonValue, kinds: frozenset[type]) -> None:
    """Let pass what is no truth value where `kinds` are numbers, and no number where they are not.

    Raises:
        PydanticCustomError: It, or something in it, is of the other kind.
    """
    for item in value if isinstance(value, list) else [value]:
        if kinds and kinds <= _NUMBERS and isinstance(item, bool):
            raise PydanticCustomError("number_type", "Input should be a number")
        if kinds == _TRUTHS and isinstance(item, int | float) and not isinstance(item, bool):
            raise PydanticCustomError("truth_type", "Input should be true or false")
