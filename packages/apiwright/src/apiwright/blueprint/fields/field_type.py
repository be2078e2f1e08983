"""What a type of fields says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from apiwright.blueprint.model import Bound, Field, Origin

Arguments = dict[str, str]

EQUAL = ("eq", "ne", "in")


def _no_arguments(_: Field) -> Arguments:
    return {}


@dataclass(frozen=True, slots=True)
class FieldType:
    """All that is particular to one type; texts in backticks below are Python source.

    Attributes:
        about: What it holds, in a few words.
        sample: A field of this type in short form.
        python: Annotation in schemas and query parameters; an enum's class is its own.
        column: Type of the column in a migration: `sa.String(length=120)`.
        stored: Annotation in the model, where it is not `python`.
        shown: Annotation in answers, where it is not `stored`.
        value: A value as YAML writes it → as Python holds it; raises `ValueError` saying what
            it must be.
        bounds: What `1..5` limits: a `length`, a `number` of items, a `value`, or `None` if it
            means nothing here.
        usual: Bounds where the blueprint says none.
        limits: What the bounds must lie within.
        schema: Arguments of `pydantic.Field` in a schema, `{"max_length": "120"}`.
        model: Arguments of `sqlmodel.Field` in the model.
        operators: Filters that make sense; `is_null` comes with every optional field.
        filters: Filters that a list has when the blueprint names none.
        is_text: Whether `?q=` can look here for words.
        is_bare: Whether YAML has its values without quotes, as it has numbers.
        origins: Words that stand for a default which is not the same for every row.
        bytes_each: Most bytes in an index; a length's bound counts four bytes a character.
    """

    name: str
    about: str
    sample: str
    python: str
    column: Callable[[Field], str]
    value: Callable[[object], object]
    stored: str = ""
    shown: str = ""
    bounds: Literal["length", "number", "value"] | None = None
    usual: tuple[Bound, Bound] = (None, None)
    limits: tuple[Bound, Bound] = (None, None)
    schema: Callable[[Field], Arguments] = _no_arguments
    model: Callable[[Field], Arguments] = _no_arguments
    operators: tuple[str, ...] = EQUAL
    filters: tuple[str, ...] = ("eq",)
    is_sortable: bool = True
    is_indexable: bool = True
    is_text: bool = False
    is_bare: bool = False
    has_default: bool = True
    origins: tuple[Origin, ...] = ()
    bytes_each: int = 16
