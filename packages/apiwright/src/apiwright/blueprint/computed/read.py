"""What answers have beside what is stored, worked out in SQL."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from apiwright.blueprint.computed.aggregates import IS_AGGREGATE, AggregateReader
from apiwright.blueprint.computed.around import Kept
from apiwright.blueprint.computed.expressions import IS_EXPRESSION, ExpressionReader
from apiwright.blueprint.fields.built_in import stored_fields
from apiwright.blueprint.fields.read import shown
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.model import BROKEN, Field

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence

    from apiwright.blueprint.model import Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

    _Reader = Callable[[Path, Report], AggregateReader | ExpressionReader]

_WORDS = ("type", "about", "example")
_FORMS = (IS_AGGREGATE, IS_EXPRESSION)


def is_computed(data: object) -> bool:
    """Whether the words of a field say what it is worked out from."""
    text = _words(data).get("type")
    return isinstance(text, str) and any(form.match(text) for form in _FORMS)


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
    kept: dict[str, Kept] = {}
    for each in resources:  # expressions first: the rows of others may be worked out of them
        stored = stored_fields(each, roles)
        texts = _texts(each, said, IS_EXPRESSION)
        found = {
            name: _read(*text, partial(ExpressionReader, stored), report)
            for name, text in texts.items()
        }
        kept[each.nouns] = Kept(each, stored | found)
    return tuple(_whole(each, kept, said, report) for each in resources)


def _whole(
    resource: Resource,
    kept: Mapping[str, Kept],
    said: Mapping[str, Mapping[str, object]],
    report: Report,
) -> Resource:
    reader = partial(AggregateReader, resource, kept)
    texts = _texts(resource, said, IS_AGGREGATE)
    found = {name: _read(*text, reader, report) for name, text in texts.items()}
    known = {**kept[resource.nouns].fields, **found}
    names = (name for name, data in said[resource.name].items() if is_computed(data))
    return replace(resource, computed=tuple(known[name] for name in names))


def _texts(
    resource: Resource, said: Mapping[str, Mapping[str, object]], form: re.Pattern[str]
) -> dict[str, tuple[dict[str, Any], Path]]:
    """The words of each field that has this form, with its path."""
    return {
        name: (_words(data), ("resources", resource.name, "fields", name))
        for name, data in said[resource.name].items()
        if is_computed(data) and form.match(_words(data)["type"])
    }


def _read(words: dict[str, Any], path: Path, reader: _Reader, report: Report) -> Field:
    at = (*path, "type") if report.places.has((*path, "type")) else path
    for word in words.keys() - {*_WORDS}:
        what = f"`{word}` means nothing for what is worked out."
        report.add((*path, word), what, "Take it out.", at_key=True)
    found = reader(at, report).read(words["type"])
    return replace(
        found,
        name=str(path[-1]),
        about=str(words.get("about", "")).strip() or _sentence(words["type"]),
        example=_example(found, words, path, report),
    )


def _words(data: object) -> dict[str, Any]:
    return cast("dict[str, Any]", data) if isinstance(data, dict) else {"type": data}


def _sentence(text: str) -> str:
    said = " ".join(text.removeprefix("=").split())
    return f"{said[:1].upper()}{said[1:]}." if IS_AGGREGATE.match(text) else f"`{said}`."


def _example(field: Field, words: dict[str, Any], path: Path, report: Report) -> object:
    if "example" not in words or field.type == BROKEN:
        return None
    try:
        return shown(type_of(field).value(words["example"]), field.places)
    except ValueError as error:
        report.add((*path, "example"), f"The example is not {error}.")
        return None
