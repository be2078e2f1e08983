"""Columns that hold one of a few values."""

import re
from collections.abc import Iterable
from enum import Enum as PythonEnum

from sqlalchemy import Enum

_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


def choice(values: type[PythonEnum]) -> Enum:
    """Text that a CHECK holds to the values of an enum; `NoteMood` names it `note_mood`."""
    return Enum(
        values,
        name=_WORD_START.sub("_", values.__name__).lower(),
        values_callable=_values_of,
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
    )


def _values_of(members: Iterable[PythonEnum]) -> list[str]:
    return [member.value for member in members]
