"""What is wrong with single values, as validation found it."""

from collections.abc import Iterable, Mapping
from typing import Any

from keel.problems.problem import FieldError

MOST_ERRORS = 100
LONGEST_NAME = 100


def field_errors(found: Iterable[Mapping[str, Any]], *above: str) -> list[FieldError]:
    """The errors of a `ValidationError`, as many as an answer has room for.

    Args:
        found: What its `errors()` are.
        above: Where the value stands that was validated, if their places do not say so.
    """
    return [
        FieldError(
            ".".join(str(part)[:LONGEST_NAME] for part in (*above, *error["loc"])),
            str(error["msg"]).removeprefix("Value error, "),
        )
        for error in list(found)[:MOST_ERRORS]
    ]
