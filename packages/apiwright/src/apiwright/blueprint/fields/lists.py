"""Lists of values: what they may hold, and what one of it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.names import singular, snake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from apiwright.blueprint.fields.field_type import FieldType
    from apiwright.blueprint.fields.shorthand import Words
    from apiwright.blueprint.model import Field
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_WORDS = {"type", "min", "max", "matches", "values"}
_MISFITS = {
    "decimal": "Write `float`, or a resource with a `decimal`.",
    "file": "Write a resource that has one file, and refers here.",
    "json": "Write `json`, which may be a list.",
    "list": "Write a resource, or `json`.",
    "reference": "Write a resource that refers to both.",
}


def item_name(name: str) -> str:
    """What one item of a list is called: `label` in `labels`."""
    one = singular(name)
    return snake(one) if one else f"{name}_item"


def items_of(item: Field) -> Callable[[object], list[object]]:
    """What reads a list whose items are so; it raises `ValueError` saying what it must be."""

    def read(value: object) -> list[object]:
        found = values.items(value)
        try:
            return [type_of(item).value(each) for each in found]
        except ValueError as error:
            raise ValueError(f"a list in which each is {error}") from None

    return read


def scalars(fields: Iterable[Field], path: Path) -> Iterator[tuple[Field, Path]]:
    """Each field with its path, and the item of each list."""
    for field in fields:
        yield field, (*path, field.name)
        if field.item:
            yield field.item, (*path, field.name, "item")


def fits_list(kind: FieldType, words: Words, path: Path, report: Report) -> bool:
    """Whether a list can hold this; if not, the report says why."""
    if kind.name in _MISFITS:
        report.add((*path, "type"), f"A list cannot hold `{words['type']}`.", _MISFITS[kind.name])
        return False
    for word in words.keys() - _WORDS:
        what = f"`{word}` means nothing for what is in a list."
        report.add((*path, word), what, 'Write it behind the brackets: `"[str]?"`.')
    return True
