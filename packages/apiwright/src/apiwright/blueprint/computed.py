"""What answers have beside what is stored, worked out in SQL."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from apiwright.blueprint.aggregates import IS_AGGREGATE, AggregateReader, Kept
from apiwright.blueprint.built_in import stored_fields
from apiwright.blueprint.fields import shown
from apiwright.blueprint.model import BROKEN, Field
from apiwright.blueprint.types import type_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from apiwright.blueprint.mistakes import Report
    from apiwright.blueprint.model import Resource
    from apiwright.blueprint.places import Path

_WORDS = ("type", "about", "example")


def is_computed(data: object) -> bool:
    """Whether the words of a field say what it is worked out from."""
    text = _words(data).get("type")
    return isinstance(text, str) and IS_AGGREGATE.match(text) is not None


def with_computed(
    resources: Sequence[Resource],
    said: Mapping[str, Mapping[str, object]],
    roles: Sequence[str],
    report: Report,
) -> tuple[Resource, ...]:
    """The resources with what is worked out for each.

    Args:
        resources: As they are stored.
        said: The fields of each, as its page has them.
        roles: Those of accounts.
        report: Takes what is wrong.
    """
    kept = {each.nouns: Kept(each, stored_fields(each, roles)) for each in resources}
    return tuple(
        replace(
            each,
            computed=tuple(
                _read(data, ("resources", each.name, "fields", name), kept, report)
                for name, data in said[each.name].items()
                if is_computed(data)
            ),
        )
        for each in resources
    )


def _read(data: object, path: Path, kept: Mapping[str, Kept], report: Report) -> Field:
    words = _words(data)
    at = (*path, "type") if isinstance(data, dict) else path
    for word in words.keys() - {*_WORDS}:
        what = f"`{word}` means nothing for what is worked out."
        report.add((*path, word), what, "Take it out.", at_key=True)
    found = AggregateReader(str(path[1]), kept, at, report).read(words["type"])
    return replace(
        found,
        name=str(path[-1]),
        about=str(words.get("about", "")).strip() or _sentence(words["type"]),
        example=_example(found, words, path, report),
    )


def _words(data: object) -> dict[str, Any]:
    return cast("dict[str, Any]", data) if isinstance(data, dict) else {"type": data}


def _sentence(text: str) -> str:
    said = " ".join(text.split())
    return f"{said[:1].upper()}{said[1:]}."


def _example(field: Field, words: dict[str, Any], path: Path, report: Report) -> object:
    if "example" not in words or field.type == BROKEN:
        return None
    try:
        return shown(type_of(field).value(words["example"]), field.places)
    except ValueError as error:
        report.add((*path, "example"), f"The example is not {error}.")
        return None
