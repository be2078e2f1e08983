"""Values as JSON carries them."""

from datetime import timedelta
from typing import Any, cast

from pydantic_core import to_jsonable_python

from keel.data.types.times import iso_duration


def as_sent(value: object) -> Any:
    """A value as a body, a query or an answer has it."""
    match value:
        case timedelta():  # Pydantic alone would write years, which no field takes
            return iso_duration(value)
        case dict():
            members = cast("dict[str, object]", value)
            return {name: as_sent(each) for name, each in members.items()}
        case list():
            return [as_sent(each) for each in cast("list[object]", value)]
        case _:
            return to_jsonable_python(value)
