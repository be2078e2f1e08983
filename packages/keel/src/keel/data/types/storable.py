"""What no request may hold, because no database and no answer could hold it."""

from math import isfinite

from pydantic import JsonValue
from pydantic_core import PydanticCustomError


def refuse_unstorable(value: JsonValue) -> JsonValue:
    """Return `value` if each string and number in it, at any depth, can be stored and read back.

    Raises:
        PydanticCustomError: A string holds NUL or half of a surrogate pair, or a number is NaN or
            infinite.
    """
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                _refuse_text(text)
            case float() as number if not isfinite(number):
                raise PydanticCustomError("finite_number", "Input should be a finite number")
            case dict() as members:
                waiting += [*members, *members.values()]
            case list() as items:
                waiting += items
            case _:
                pass
    return value


def _refuse_text(text: str) -> None:
    if "\0" in text:
        raise PydanticCustomError("nul", "Input should not contain NUL characters")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise PydanticCustomError("surrogate", "Input should be valid Unicode text") from None
