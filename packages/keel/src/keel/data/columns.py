"""Types of columns that SQLModel does not choose by itself."""

import re
from collections.abc import Iterable
from enum import Enum as PythonEnum

from sqlalchemy import JSON, Enum
from sqlalchemy.dialects.postgresql import JSONB

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


JsonColumn = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""JSON text in SQLite, `jsonb` in Postgres; `None` is NULL in both. Assign, do not mutate."""
